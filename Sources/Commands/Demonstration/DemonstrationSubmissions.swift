import Domain
import People
import Submissions

/// The demonstration's protected submissions: an invented organisation of civil society with a key, and two threads that wait for it.
/// The pass phrase stands in the guide: nothing in it is real, and nothing real belongs in it.
struct DemonstrationSubmissions: Sendable {
    static let slug = "harbour-watch"
    /// As `docs/guide/demonstration.md` prints it.
    static let phrase = "harbour lamps burn until the morning"

    private let submissions: Submissions
    private let workspaces: Workspaces

    init(_ submissions: Submissions, _ workspaces: Workspaces) {
        self.submissions = submissions
        self.workspaces = workspaces
    }

    /// Makes the organisation once; an account that comes first gets its key, later ones a place at its desk.
    func make(for account: AccountID, by caller: Caller) async throws {
        if let there = try await workspaces.all().first(where: { $0.slug == Self.slug }) {
            let keeper = Member.keeper(caller.name, of: there)
            let own = try await Institutions(workspaces.store).all(keeper).first
            return try await workspaces.put(account, .contributor, own?.id, by: keeper)
        }
        let workspace = try await workspaces.addPartner(
            slug: Self.slug, name: "Harbour Watch (invented)", actor: .civilSociety, state: nil, region: "demo-south",
            language: .english, timeZone: "UTC", by: caller)
        let keeper = Member.keeper(caller.name, of: workspace)
        let desk = try await Institutions(workspaces.store).add(
            "Harbour Watch (invented)", kind: .civilSociety, abbreviation: nil, by: keeper)
        try await workspaces.put(account, .contributor, desk.id, by: keeper)
        let reader = Member(
            workspace: workspace, account: account, name: "demonstration", role: .contributor, institution: desk.id)
        let key = try await submissions.makeKey(phrase: Self.phrase, by: reader)
        if var settings = try await submissions.settings(reader) {
            settings.introduction =
                "An invented organisation of the invented coast. It reads what is sent to it on Mondays."
            settings.fingerprintAddress = "https://harbour-watch.example/keys"
            try await submissions.set(settings, by: reader)
        }
        guard submissions.availability == .open else { return }
        // Somebody who runs the installation, apart from the workspace, compared the fingerprint.
        let keeperOfHouse = try await Accounts(
            database: workspaces.store.database, clock: workspaces.store.clock
        ).add("demonstration operator", .coordinator, by: caller)
        try await submissions.admit(desk.id, fingerprint: key.fingerprint, by: keeperOfHouse.account)
        try await submissions.submit(information(desk.id))
        try await submissions.submit(assessment(desk.id))
    }

    private func information(_ desk: InstitutionID) -> SubmissionDraft {
        var draft = SubmissionDraft()
        draft.recipients = [desk]
        draft.state = StateCode("XAI")
        draft.about = "Complaints about conduct at the harbour station"
        draft.text =
            "The complaint boxes at the harbour station were taken down in spring. The register that replaced them is kept by the officers "
            + "whom the complaints are about. Three people I know did not dare to sign it."
        draft.consent = .summary
        draft.understands = true
        return draft
    }

    private func assessment(_ desk: InstitutionID) -> SubmissionDraft {
        var draft = SubmissionDraft()
        draft.kind = .assessment
        draft.recipients = [desk]
        draft.state = StateCode("XAI")
        draft.about = "Evening classes for girls who left school"
        draft.text =
            "The classes were opened in two of the nine districts and closed again in one. The report says that they run everywhere."
        draft.standing = .partial
        draft.consent = .text
        draft.understands = true
        return draft
    }
}
