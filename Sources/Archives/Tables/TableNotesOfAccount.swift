extension TableNote {
    static let accountability: [TableNote] = [
        TableNote("assessment_scheme", .own, "Schemes that assessments are made in."),
        TableNote(
            "assessment_scheme_edition", .part(of: "assessment_scheme", by: "scheme_id"), "Editions of a scheme."),
        TableNote("assessment_setting", .own, "Whether a second person checks assessments."),
        TableNote(
            "assessment_identity", .installation, "Under which name this installation gives packages of assessments."),
        TableNote("assessment_source", .installation, "Other installations whose assessments are shown here."),
        TableNote("assessment_key", .installation, "Public keys that packages of others were checked with."),
        TableNote("assessment_package", .installation, "Packages that were received."),
        TableNote(
            "assessment_said", .own, "Assessments by workspaces, and by other installations without a workspace."),
        TableNote("assessment_text", .part(of: "assessment_said", by: "assessment_id"), "Reasons by language."),
        TableNote(
            "assessment_evidence", .part(of: "assessment_said", by: "assessment_id"), "What an assessment leans on."),
        TableNote("state_fact", .own, "Facts of a State's cooperation, dated and sourced."),
        TableNote("state_fact_import", .own, "Files of such facts that were brought in."),
        TableNote(
            "state_fact_rejection", .part(of: "state_fact_import", by: "import_id"),
            "Rows that were not taken, and why."),
        TableNote("submission_house", .installation, "The salt of receipts."),
        TableNote(
            "submission_desk", .installation,
            "What an institution says of itself as a recipient of protected submissions."),
        TableNote(
            "recipient_key", .installation,
            "Keys of recipients; the private halves are sealed under their pass phrases."),
        TableNote(
            "recipient_admission", .installation,
            "Who compared an institution's first key with what it publishes itself, with the installation's signature."),
        TableNote(
            "submission_thread", .installation, "Threads of protected submissions, known by what a receipt gives."),
        TableNote("submission_party", .installation, "To whom a thread was sent."),
        TableNote(
            "submission_message", .installation,
            "Sealed messages; none opens without a recipient's pass phrase or the receipt."),
        TableNote("submission_file", .installation, "Sealed files."),
        TableNote("submission_share", .installation, "Keys of messages, sealed to each recipient."),
        TableNote("consultation", .own, "Consultations and seminars."),
        TableNote("consultation_topic", .own, "What a consultation is about."),
        TableNote("consultation_session", .own, "Sessions of a consultation."),
        TableNote("consultation_speaker", .own, "Speakers of a session."),
        TableNote("consultation_invited", .own, "Who was invited, and what they answered."),
        TableNote("contribution", .own, "Contributions, and the answer to each."),
        TableNote("consultation_part", .own, "Headings, sentences and conclusions of a summary."),
        TableNote("consultation_citation", .own, "Which contribution a sentence cites."),
        TableNote("consultation_outcome", .own, "What a conclusion became."),
        TableNote("public_face", .own, "The public pages of a workspace."),
        TableNote("public_choice", .own, "Which field is shown to whom."),
        TableNote("public_exception", .own, "What is shown otherwise than its kind."),
        TableNote("public_batch", .own, "Changes of what is shown, made together."),
        TableNote("public_batch_line", .own, "What such a change says of one thing."),
        TableNote("public_version", .own, "What was shown, version by version."),
        TableNote("removal", .own, "What was removed from public pages, and on which ground."),
        TableNote("report", .own, "Reports that are drafted."),
        TableNote("report_version", .own, "Versions of a report."),
        TableNote("report_paragraph", .own, "Paragraphs of a report."),
        TableNote("report_source", .own, "What a paragraph leans on."),
    ]
}
