import Domain
import People
import Practices

/// The demonstration's library: practices of five invented workspaces on different shelves, their reviews and adoptions, and two emerging
/// issues. Nothing in it is real.
struct DemonstrationPractices: Sendable {
    private static let foundation = "lantern-foundation"
    private static let agency = "norrholm-cooperation"
    private static let city = "port-alban"
    private static let watch = "shore-watch"

    private let practices: Practices
    private let workspaces: Workspaces

    init(_ practices: Practices, _ workspaces: Workspaces) {
        self.practices = practices
        self.workspaces = workspaces
    }

    /// Writes the library once. Of the two workspaces made here nobody is a member, so that whoever looks around can review what they
    /// hand in.
    func make(in workspace: Workspace, by caller: Caller) async throws(WorkspaceError) {
        let there = try await workspaces.all()
        guard !there.contains(where: { $0.slug == Self.city }),
            let lantern = there.first(where: { $0.slug == Self.foundation }),
            let norrholm = there.first(where: { $0.slug == Self.agency })
        else { return }
        let port = try await workspaces.addPartner(
            slug: Self.city, name: "City of Port Alban (invented)", actor: .city, state: StateCode("XAF"),
            region: "demo-south", language: .spanish, timeZone: "UTC", by: caller)
        let shore = try await workspaces.addPartner(
            slug: Self.watch, name: "Shore Watch (invented)", actor: .civilSociety, state: nil, region: "demo-south",
            language: .english, timeZone: "UTC", by: caller)
        let people = DemonstrationShelf.People(
            state: .keeper(caller.name, of: workspace), foundation: .keeper(caller.name, of: lantern),
            agency: .keeper(caller.name, of: norrholm), city: .keeper(caller.name, of: port),
            watch: .keeper(caller.name, of: shore))
        try await library(people)
        try await emerging(people)
    }

    private func library(_ people: DemonstrationShelf.People) async throws(WorkspaceError) {
        let shelf = DemonstrationShelf(people)
        _ = try await publish(shelf.clerks, by: people.state, [people.foundation, people.agency])
        let market = try await publish(shelf.market, by: people.city, [people.state, people.agency])
        _ = try await publish(shelf.nightLine, by: people.watch, [people.foundation, people.agency])
        _ = try await publish(shelf.visits, by: people.agency, [people.state, people.foundation])
        let wells = try await handIn(shelf.wells, by: people.foundation)
        try await practices.review(
            wells, edition: 1, .sendBack,
            reasons: "What failed is not said, and no figure has a source. With both it would be of use to others.",
            language: .english, by: people.state)
        _ = try await handIn(shelf.transfer, by: people.city)
        try await adopt(market, people)
    }

    private func handIn(_ content: PracticeContent, by author: Member) async throws(WorkspaceError) -> PracticeID {
        var first = content
        first.texts = Array(content.texts.prefix(1))
        let made = try await practices.add(first, by: author)
        var version = made.version
        for text in content.texts.dropFirst() {
            try await practices.putVersion(made.id, version: version, text, by: author)
            version += 1
        }
        let proposed = try await practices.proposals(for: made.id, language: .english, author)
        if let taken = proposed.first(where: { $0.words.count > 1 }) {
            try await practices.link(made.id, version: version, [taken.link], by: author)
            version += 1
        }
        try await practices.handIn(made.id, version: version, by: author)
        return made.id
    }

    private func publish(
        _ content: PracticeContent, by author: Member, _ reviewers: [Member]
    ) async throws(WorkspaceError) -> PracticeID {
        let id = try await handIn(content, by: author)
        for reviewer in reviewers {
            try await practices.review(
                id, edition: 1, .publish, reasons: "Clear, and what it claims has a source.", language: .english,
                by: reviewer)
        }
        return id
    }

    private func adopt(
        _ practice: PracticeID, _ people: DemonstrationShelf.People
    ) async throws(WorkspaceError) {
        guard let earlier = day(-90), let later = day(-20) else { return }
        var named = AdoptionDraft(day: earlier)
        named.shown = .named
        named.note = "Two towns of the north asked for the same desk; we pay for it in its first year."
        named.adapted = "The desk stands in the library, where it is warm in winter."
        let adoption = try await practices.adopt(practice, named, by: people.agency)
        try await practices.add(
            result: "One of the two desks is open, two afternoons a week. The other town waits for a room.", on: later,
            to: adoption.id, by: people.agency)
        var counted = AdoptionDraft(day: later)
        counted.note = "For the capital, from next year on."
        _ = try await practices.adopt(practice, counted, by: people.state)
    }

    /// A day so many days from today.
    private func day(_ offset: Int) -> CalendarDate? {
        CalendarDate(practices.store.clock.instant).map { CalendarDate(dayNumber: $0.dayNumber + offset) }
    }

    private func emerging(_ people: DemonstrationShelf.People) async throws(WorkspaceError) {
        guard let first = day(-700), let second = day(-400), let third = day(-60) else { return }
        let ships = try await bringUp(DemonstrationShelf.ships, by: people.watch, [people.foundation, people.agency])
        try await practices.add(proponent: .concerned, name: "", consented: nil, to: ships, by: people.watch)
        try await practices.add(
            proponent: .civilSociety, name: "League of River Schools (invented)", consented: first, to: ships,
            by: people.watch)
        try await step(.raised, "", first, "Families wrote to a seminar.", ships, people.watch)
        try await step(.beforeBody, "human-rights-council", second, "", ships, people.watch)
        try await practices.add(
            draft: "Elements of a text", text: "A birth on board is registered by the State of the next port.",
            address: "", on: second, language: .english, to: ships, by: people.watch)
        let programs = try await bringUp(
            DemonstrationShelf.programs, by: people.state, [people.foundation, people.agency])
        try await practices.add(
            proponent: .nationalInstitution, name: "", consented: nil, to: programs, by: people.state)
        try await step(.raised, "", second, "", programs, people.state)
        try await step(
            .studied, "advisory-committee", third, "A study was asked for; it has no date yet.", programs, people.state)
    }

    private func step(
        _ stage: EmergingStep.Stage, _ body: String, _ day: CalendarDate, _ note: String, _ id: EmergingIssueID,
        _ member: Member
    ) async throws(WorkspaceError) {
        try await practices.add(
            step: stage, body: body, bodyNote: "", note: note, address: "", on: day, language: .english, to: id,
            by: member)
    }

    private func bringUp(
        _ content: EmergingContent, by author: Member, _ reviewers: [Member]
    ) async throws(WorkspaceError) -> EmergingIssueID {
        let issue = try await practices.add(content, by: author)
        try await practices.handIn(issue.id, version: issue.version, by: author)
        for reviewer in reviewers {
            try await practices.review(
                issue.id, round: 1, .publish, reasons: "A real gap, described without blame.", language: .english,
                by: reviewer)
        }
        return issue.id
    }
}
