extension TableNote {
    static let help: [TableNote] = [
        TableNote("programme", .own, "Programmes of cooperation; without a workspace they are for all."),
        TableNote(
            "programme_body", .part(of: "programme", by: "programme_id"),
            "The whole activity as the aid-data standard has it."),
        TableNote("programme_title", .part(of: "programme", by: "programme_id"), "Titles by language."),
        TableNote("programme_word", .part(of: "programme", by: "programme_id"), "Words a programme is found by."),
        TableNote(
            "programme_state", .part(of: "programme", by: "programme_id"), "States a programme works in, with shares."),
        TableNote("programme_purpose", .part(of: "programme", by: "programme_id"), "Sectors and markers."),
        TableNote(
            "programme_actor", .part(of: "programme", by: "programme_id"), "Who takes part in a programme, by role."),
        TableNote(
            "programme_money", .part(of: "programme", by: "programme_id"), "Sums of a programme by year and currency."),
        TableNote("programme_issue", .part(of: "programme", by: "programme_id"), "Which issue a programme helps with."),
        TableNote("programme_issue_removal", .own, "Links of programmes to issues that somebody took away."),
        TableNote("programme_linking", .installation, "How far programmes are linked to the issues of a State."),
        TableNote("need", .own, "Needs for help."),
        TableNote("need_value", .own, "Kinds, themes, goals and the like of a need."),
        TableNote("need_source", .own, "What a need stands on."),
        TableNote("need_named", .own, "Partners a need is shown to."),
        TableNote("need_consent", .own, "Consent of an authority to publish a need."),
        TableNote("offer", .own, "Offers of help."),
        TableNote("offer_value", .own, "Kinds, themes, goals and the like of an offer."),
        TableNote("fund", .own, "Funds."),
        TableNote("fund_call", .own, "Calls of a fund."),
        TableNote("fund_call_value", .own, "What a call is for."),
        TableNote("fund_call_watch", .own, "Who follows a call."),
        TableNote("application", .own, "Applications to a call."),
        TableNote("application_answer", .own, "Answers of an application."),
        TableNote("match_rejection", .own, "Proposed matches that somebody rejected."),
        TableNote("call_rules", .own, "How a call selects."),
        TableNote("call_criterion", .own, "Criteria of a call."),
        TableNote("call_limit", .own, "Limits of a call."),
        TableNote("application_marking", .own, "How far an application is marked."),
        TableNote("application_mark", .own, "Marks of an application."),
    ]

    static let agreed: [TableNote] = [
        TableNote("introduction", .own, "Who asked whom to be introduced."),
        TableNote(
            "introduction_contact", .part(of: "introduction", by: "introduction_id"),
            "Contacts that agreed to be named."),
        TableNote(
            "introduction_message", .part(of: "introduction", by: "introduction_id"), "Messages of an introduction."),
        TableNote("agreement", .own, "Agreements."),
        TableNote("agreement_version", .part(of: "agreement", by: "agreement_id"), "Versions of an agreement."),
        TableNote("agreement_party", .part(of: "agreement", by: "agreement_id"), "Parties of a version."),
        TableNote("agreement_contribution", .part(of: "agreement", by: "agreement_id"), "What a party gives."),
        TableNote("agreement_benchmark", .part(of: "agreement", by: "agreement_id"), "What is measured, and by when."),
        TableNote("agreement_review_day", .part(of: "agreement", by: "agreement_id"), "Days of review."),
        TableNote("agreement_condition", .part(of: "agreement", by: "agreement_id"), "Conditions of a version."),
        TableNote(
            "agreement_action", .part(of: "agreement", by: "agreement_id"),
            "Actions of a plan that carry an agreement out."),
        TableNote(
            "agreement_finding", .part(of: "agreement", by: "agreement_id"), "What each party says of a benchmark."),
        TableNote("agreement_delivery", .part(of: "agreement", by: "agreement_id"), "What was given."),
        TableNote(
            "agreement_invited", .part(of: "agreement", by: "agreement_id"),
            "Institutions asked to take part in a review."),
        TableNote("agreement_answer", .part(of: "agreement", by: "agreement_id"), "Answers in a review."),
        TableNote("screening", .own, "Screenings of programmes and agreements."),
        TableNote("screening_party", .part(of: "screening", by: "screening_id"), "Who takes part in a screening."),
        TableNote("screening_moment", .part(of: "screening", by: "screening_id"), "When a screening is done."),
        TableNote("screening_contributor", .part(of: "screening", by: "screening_id"), "Who answers in a screening."),
        TableNote("screening_sheet", .part(of: "screening", by: "screening_id"), "Sheets of answers."),
        TableNote("screening_section", .part(of: "screening_sheet", by: "sheet_id"), "Sections of a sheet."),
        TableNote("screening_draft", .part(of: "screening_sheet", by: "sheet_id"), "Answers that are not handed in."),
        TableNote("screening_answer", .part(of: "screening", by: "screening_id"), "Answers that are handed in."),
        TableNote("screening_risk", .part(of: "screening", by: "screening_id"), "Risks that were found."),
        TableNote("screening_risk_state", .part(of: "screening", by: "screening_id"), "How a risk went on."),
    ]

    static let learnt: [TableNote] = [
        TableNote("practice", .own, "Practices."),
        TableNote("practice_edition", .part(of: "practice", by: "practice_id"), "Editions of a practice."),
        TableNote("practice_text", .part(of: "practice_edition", by: "edition_id"), "Texts of an edition by language."),
        TableNote(
            "practice_value", .part(of: "practice_edition", by: "edition_id"),
            "Themes, goals and the like of an edition."),
        TableNote("practice_link", .part(of: "practice_edition", by: "edition_id"), "What an edition is linked to."),
        TableNote("practice_document", .part(of: "practice_edition", by: "edition_id"), "Documents of an edition."),
        TableNote("practice_word", .part(of: "practice", by: "practice_id"), "Words a practice is found by."),
        TableNote("practice_review", .own, "Reviews of practices and emerging issues."),
        TableNote("practice_adoption", .own, "Who adopted a practice."),
        TableNote("practice_result", .own, "What came of an adoption."),
        TableNote("emerging_issue", .own, "Emerging issues."),
        TableNote("emerging_value", .own, "Themes, goals and the like of an emerging issue."),
        TableNote("emerging_link", .own, "What an emerging issue is linked to."),
        TableNote("emerging_proponent", .own, "Who brought an emerging issue."),
        TableNote("emerging_draft", .own, "Drafts on an emerging issue."),
        TableNote("emerging_step", .own, "What became of an emerging issue."),
        TableNote(
            "emerging_word", .part(of: "emerging_issue", by: "emerging_id"), "Words an emerging issue is found by."),
    ]
}
