package dev.parley.query.member;

import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.query.Latest;
import org.bson.Document;

/** How a person is stored: a document by user id, with a field per class that they ever were a student of. */
final class MemberDocument {
    static final String COLLECTION = "members";
    static final String USERNAME = "username";
    static final String JOINED_AT = "joined_at";
    static final String ZEN_MODE = "zen_mode";
    static final String CHAT_TAB = "chat_tab";
    static final String MESSAGE_PRIVACY = "message_privacy";
    static final String KID_MODE = "kid_mode";
    /** Of each class: whether it keeps the person in kid mode. */
    static final String CLASSES = "classes";

    private MemberDocument() {}

    static String managed(ClassId classId) {
        return CLASSES + "." + classId.value();
    }

    static SettingsView settings(Document member) {
        return new SettingsView(
                Latest.read(member, ZEN_MODE, Boolean.class).orElse(false),
                Latest.read(member, CHAT_TAB, String.class).orElse(ChatTab.CHAT.label()),
                Latest.read(member, MESSAGE_PRIVACY, String.class).orElse(MessagePrivacy.EVERYONE.label()),
                isKid(member));
    }

    /** In kid mode until it is disabled, which classes that managed it before do not outlast. */
    private static boolean isKid(Document member) {
        Document classes = member.get(CLASSES, new Document());
        long decided = Latest.since(member, KID_MODE);
        return Latest.read(member, KID_MODE, Boolean.class).orElse(false)
                || classes.keySet().stream()
                        .anyMatch(one -> Latest.since(classes, one) > decided
                                && Latest.read(classes, one, Boolean.class).orElse(false));
    }
}
