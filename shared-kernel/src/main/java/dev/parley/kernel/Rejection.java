package dev.parley.kernel;

import java.util.Locale;

/** The rules that refuse a command. Their names, in lower case with hyphens, are public API as problem types. */
public enum Rejection {
    /** Nothing is known under this id, or it may not be known to the one who asks. */
    UNKNOWN_ROOM,
    UNKNOWN_MESSAGE,
    /** A bare username that nobody has yet. */
    UNKNOWN_USER,
    /** Another person has this username, compared case-insensitively. */
    USERNAME_TAKEN,
    /** This is for other roles, or for the owner or author alone. */
    NOT_ALLOWED,
    /** Only participants read and write here. */
    NOT_A_PARTICIPANT,
    /** A player stays out of the spectators' room while the game is on. */
    STILL_PLAYING,
    ROOM_DISABLED,
    /** A finished game stays finished. */
    ROOM_FINISHED,
    ROOM_FULL,
    /** Timed out in this room until the instant that the refusal names. */
    TIMED_OUT,
    /** The room's owner cannot be timed out there, nor can anybody time themselves out. */
    CANNOT_BE_TIMED_OUT,
    /** More lines than the room takes from one person in that time. */
    FLOOD,
    /** Nearly the same as one of the person's last two lines in the room. */
    NEAR_DUPLICATE,
    UNKNOWN_CONVERSATION,
    /** The recipient blocks the sender. */
    BLOCKED,
    /** The sender blocks the recipient. */
    BLOCKING,
    /** Kid mode closes this to the one who asks. */
    KID_MODE,
    /** The recipient takes no messages from this sender. */
    MESSAGE_PRIVACY,
    /** A moderator has closed this to the one who asks. */
    RESTRICTION,
    CHAT_BAN,
    COMM_BAN,
    ACCOUNT_BAN,
    /** More conversations begun than an account of that age may in a day. */
    TOO_MANY_CONVERSATIONS,
    /** More messages than one person sends in a minute. */
    TOO_MANY_MESSAGES,
    TOO_MANY_FOLLOWS,
    TOO_MANY_BLOCKS,
    /** Kid mode is on already: the password that ends it stays as it is. */
    KID_MODE_ON,
    /** A class keeps the person in kid mode: a teacher or a service ends it. */
    KID_MODE_MANAGED,
    WRONG_PASSWORD,
    /** Too many wrong passwords: none is looked at until the instant that the refusal names. */
    TOO_MANY_TRIES,
    /** A class has room for 200, and a person for 50 classes. */
    CLASS_FULL,
    UNKNOWN_CLASS,
    UNKNOWN_CATEGORY,
    UNKNOWN_TOPIC,
    UNKNOWN_POST,
    /** There is a category with this slug already. */
    CATEGORY_EXISTS,
    /** The topic takes no more posts, and those in it stay as they are. */
    TOPIC_CLOSED,
    /** A topic has room for 10,000 posts. */
    TOPIC_FULL,
    /** A post is edited within 4 hours. */
    TOO_LATE_TO_EDIT,
    /** More topics than one person starts in that time. */
    TOO_MANY_TOPICS,
    /** More posts than one person writes in that time. */
    TOO_MANY_POSTS,
    /** More edits of posts than one person makes in that time. */
    TOO_MANY_EDITS,
    /** A post has room for the reactions of 2,000 people. */
    TOO_MANY_REACTIONS,
    UNKNOWN_CASE,
    UNKNOWN_ACTION,
    UNKNOWN_APPEAL,
    /** Another moderator has the inquiry, until the instant that the refusal names. */
    CLAIMED_BY_ANOTHER,
    /** The moderator does not have the inquiry, or not any more. */
    INQUIRY_LOST,
    /** The case was decided already. */
    CASE_DECIDED,
    /** The sanction has ended or was lifted already, or another has taken its place. */
    SANCTION_OVER,
    /** Of each action one appeal is taken. */
    ALREADY_APPEALED,
    /** An appeal is answered once. */
    APPEAL_ANSWERED,
    /** A moderator has had a hand in this already: as the one who acted, or as one who reported. */
    OWN_DECISION,
    /** More reports than one person files in that time. */
    TOO_MANY_REPORTS,
    /** A case has room for 500 reports, each continued 20 times, and 2 MB of text. */
    CASE_FULL,
    UNKNOWN_PROJECTION,
    /** Of those for analysts. */
    UNKNOWN_REPORT,
    /** Nobody asked for this person to be erased. */
    NO_ERASURE,
    /** The others learn from this projection what is asked of them: it is neither paused nor built anew. */
    PROJECTION_NEEDED,
    /** The projection is being built anew or verified already. */
    REBUILD_UNDER_WAY,
    /** There is no version of the projection that this could be done with. */
    NO_OTHER_VERSION,
    /** There is no dead letter with this id, or none at all. */
    UNKNOWN_DEAD_LETTER,
    /** The dead letter waits behind another of its stream. */
    WAITS_BEHIND_ANOTHER,
    /** The idempotency key was used before, for another request. */
    IDEMPOTENCY_KEY_REUSED;

    /** As clients get it: {@code NOT_ALLOWED} is {@code not-allowed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
