extension TableNote {
    static let record: [TableNote] = [
        TableNote("source", .record, "Who gives records: a database, a kind of document, a table."),
        TableNote("import_run", .record, "Imports: file, format, counts, how they ended."),
        TableNote("import_rejection", .record, "Rows that an import did not take, and why."),
        TableNote("document", .record, "Documents of mechanisms."),
        TableNote("recommendation", .record, "Recommendations, observations and pledges."),
        TableNote("recommendation_part", .record, "Lettered duties and variants of wording of a recommendation."),
        TableNote("recommendation_text", .record, "Texts by language and source; part 0 is the whole."),
        TableNote(
            "recommendation_state", .record, "States of a recommendation: role 0 addressed, role 1 recommending."),
        TableNote("term", .record, "Codes and labels that tags use."),
        TableNote("tag", .record, "Themes, persons, goals and norms of a recommendation, by source."),
        TableNote("tag_decision", .record, "What people decided on tags."),
        TableNote("position_event", .record, "Statements of position with date, document and wording."),
        TableNote("source_row", .record, "Under which key a source has a recommendation."),
        TableNote("history", .record, "Old and new values of what imports changed."),
        TableNote("statement", .record, "What documents say beside recommendations, and what it was matched with."),
        TableNote(
            "assessment", .record, "What somebody said in a document of how far a recommendation is carried out."),
        TableNote("follow_up", .record, "What committees marked a paragraph for."),
        TableNote(
            "source_position", .record, "Positions that a source says, whether or not the record took them over."),
        TableNote("disagreement", .record, "Where two sources say different things."),
        TableNote("issue", .record, "Issues of a State: recommendations that ask for the same."),
        TableNote("issue_member", .record, "Which recommendation belongs to which issue."),
        TableNote("issue_proposal", .record, "Changes of issues that the program proposed."),
        TableNote("issue_decision", .record, "What people decided on issues."),
        TableNote("issue_state", .record, "How far the issues of a State are computed."),
    ]

    static let installation: [TableNote] = [
        TableNote(
            "meta", .installation,
            "What the store says of itself: its name, when it was made, how often it was set back."),
        TableNote(
            "log_head", .installation,
            "The last numbers of the change log and of the audit log, and the right edge of the audit tree."),
        TableNote("change_log", .installation, "What was made, changed or removed, in the order of commits."),
        TableNote("audit_entry", .installation, "Who did what to what, each entry with a digest over all before it."),
        TableNote("audit_node", .installation, "The hash tree over the audit log (RFC 6962)."),
        TableNote("audit_head", .installation, "Signed heads of that tree."),
        TableNote("audit_filing", .installation, "Which audit entry belongs to which workspace."),
        TableNote("id_head", .installation, "The next number of every kind of thing."),
        TableNote(
            "reading", .installation,
            "Documents on the desk. Their texts and files lie beside; those under seal open with the key file only."),
        TableNote("reading_file", .installation, "Files of the desk, in pieces."),
        TableNote("reading_text", .installation, "The text of a document on the desk."),
        TableNote("reading_item", .installation, "What was found in a document on the desk."),
        TableNote("reading_item_version", .installation, "How a finding was changed, and by whom."),
    ]

    static let people: [TableNote] = [
        TableNote("account", .installation, "People who sign in. Keys and passwords are in the sealed part."),
        TableNote("workspace", .workspace, "Workspaces: a national mechanism or a partner."),
        TableNote("institution", .own, "Institutions of a workspace."),
        TableNote("membership", .own, "Who is what in a workspace."),
        TableNote("membership_period", .own, "Who was what in a workspace, and since when."),
        TableNote("accreditation", .own, "How a national institution was accredited, and when."),
        TableNote("workspace_setting", .own, "Settings of a workspace."),
        TableNote("membership_request", .own, "Who waited to be let into an institution, and what was decided."),
        TableNote("invitation", .own, "Who was asked in. The links of open ones end with the export."),
        TableNote("field_change", .own, "The history of every field that people edit."),
        TableNote("notice", .own, "Notices that wait for the next digest."),
        TableNote("outside_identity", .sealed, "By which identity of an outside provider somebody signs in."),
        TableNote("second_factor", .sealed, "Second factors; they open with the key file of accounts."),
        TableNote("recovery_code", .sealed, "Digests of recovery codes."),
        TableNote("api_token", .sealed, "Digests of tokens of programs."),
        TableNote("calendar_token", .sealed, "Digests of addresses of calendars."),
        TableNote(
            "watch", .sealed, "Questions that somebody follows by mail; addresses open with the key file of watches."),
        TableNote("session", .left("sessions end with the move"), ""),
        TableNote("known_device", .left("devices are known again after the next sign-in"), ""),
        TableNote("outside_sign_in", .left("sign-ins under way end with the move"), ""),
        TableNote("password_reset", .left("links for a new password end with the move"), ""),
        TableNote("outbox", .left("letters that wait leave from the old server or not at all; none is sent twice"), ""),
        TableNote("outbox_attachment", .left("files of letters go with the letters"), ""),
    ]
}
