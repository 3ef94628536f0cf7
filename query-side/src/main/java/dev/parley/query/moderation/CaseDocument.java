package dev.parley.query.moderation;

import dev.parley.kernel.moderation.CaseId;

/**
 * How cases are stored: a document each, with its reports by their numbers, and what was said in each of them by the
 * place of that in the stream; one for the file of each person and kind, which tells of the case that is not decided;
 * one for each day (UTC), with the cases that were decided then; and one for each reporter, with their latest
 * {@value #MOST_REPORTS} reports. Except for the day's and the reporter's, each is fed by one stream.
 */
final class CaseDocument {
    static final String CASES = "cases";
    static final String QUEUE = "case_queue";
    static final String DAYS = "case_days";
    static final String REPORTERS = "reporters";
    static final int MOST_REPORTS = 200;

    /** Place in the log of the last event of the case. */
    static final String POSITION = "position";

    static final String REPORTS = "reports";
    /** The bulk of it, which lists do without. */
    static final String STATEMENTS = "statements";

    static final String INQUIRY = "inquiry";
    static final String DECISION = "decision";

    static final String NUMBER = "number";
    static final String REPORTER = "reporter";
    static final String AUTOMATED = "automated";
    static final String TYPE = "type";
    static final String DESCRIPTION = "description";
    static final String URL = "url";
    static final String EVIDENCE = "evidence";
    static final String AT = "at";

    static final String KIND = "kind";
    static final String ID = "id";
    static final String SEQUENCE = "sequence";
    static final String CONTENT = "content";
    static final String WRITTEN_AT = "written_at";

    static final String MODERATOR = "moderator";
    static final String FENCE = "fence";
    static final String UNTIL = "until";
    static final String STATUS = "status";
    static final String REASON = "reason";
    static final String ACTION = "action";

    /** Of a file: number of the case that is not decided, 0 for none. */
    static final String OPEN = "open";
    /** Of a file: number of its last case. */
    static final String LAST = "last";

    /** Of a day or a reporter: what they have. */
    static final String ENTRIES = "entries";

    static final String CASE = "case";
    /** Id of the one document that names all days. */
    static final String ALL_DAYS = "days";

    private CaseDocument() {}

    static String report(CaseId caseId, long number) {
        return caseId + "~" + number;
    }

    /** Where it stands what was said in a report. */
    static String statements(long report) {
        return STATEMENTS + "." + report;
    }
}
