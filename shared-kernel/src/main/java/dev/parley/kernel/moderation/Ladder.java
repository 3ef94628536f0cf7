package dev.parley.kernel.moderation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What moderators usually do next about somebody, from what they are reported for and what was done before. It decides
 * nothing: whoever decides a case may do otherwise.
 */
public final class Ladder {
    private static final Term FIRST_CHAT_BAN = new Term("P1D");
    private static final Term NEXT_CHAT_BAN = new Term("P7D");
    private static final Term FIRST_COMM_BAN = new Term("P30D");
    private static final Term NEXT_COMM_BAN = new Term("P90D");
    private static final int SEVERAL = 2;

    private Ladder() {}

    /**
     * What was done about somebody before.
     *
     * @param timeouts by moderators in rooms: each a minor offence
     * @param actions by moderators, without those that were lifted or found wrong
     */
    public record History(int timeouts, List<ActionType> actions) {
        public History {
            actions = List.copyOf(actions);
        }

        int offences() {
            return timeouts + actions.size();
        }

        int count(ActionType type) {
            return (int) actions.stream().filter(action -> action == type).count();
        }
    }

    /**
     * One step.
     *
     * @param duration empty for a warning, and for good
     * @param because what leads to it, for moderators to read
     */
    public record Step(ActionType type, Optional<Term> duration, String because) {}

    /** @param types what the person is reported for in one case */
    public static Step next(Set<ReportType> types, History past) {
        int commBans = past.count(ActionType.COMM_BAN);
        int chatBans = past.count(ActionType.CHAT_BAN);
        int bans = commBans + chatBans;
        if (types.contains(ReportType.CHEATING)) {
            return new Step(ActionType.ACCOUNT_BAN, Optional.empty(), "Cheating, once it is confirmed.");
        }
        if (commBans > 0 || bans >= SEVERAL || bans > 0 && types.contains(ReportType.HARASSMENT)) {
            Term term = commBans == 0 ? FIRST_COMM_BAN : NEXT_COMM_BAN;
            return new Step(ActionType.COMM_BAN, Optional.of(term), severe(types, bans));
        }
        if (past.offences() > 0) {
            Term term = chatBans == 0 ? FIRST_CHAT_BAN : NEXT_CHAT_BAN;
            return new Step(
                    ActionType.CHAT_BAN, Optional.of(term), "Repeated: offences before: " + past.offences() + ".");
        }
        return new Step(ActionType.WARNING, Optional.empty(), "A first offence.");
    }

    private static String severe(Set<ReportType> types, int bans) {
        String what = types.contains(ReportType.HARASSMENT) ? "Harassment" : "Again";
        return what + " after bans from writing: " + bans + ".";
    }
}
