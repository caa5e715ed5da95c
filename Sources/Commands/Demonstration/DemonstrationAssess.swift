import Assessments
import Domain
import Operations
import People

/// The demonstration's assessments: the State, its national institution, civil society, a UN entity and donors on recommendations and
/// issues of one invented State, agreeing and not, over three years. Nothing in it is real.
struct DemonstrationAssess: Sendable {
    private let assessments: Assessments
    private let workspaces: Workspaces
    private let record: OpenRecord

    init(_ assessments: Assessments, _ workspaces: Workspaces, _ record: OpenRecord) {
        self.assessments = assessments
        self.workspaces = workspaces
        self.record = record
    }

    /// Who speaks.
    private enum Voice: String, CaseIterable {
        case state, commission, council, entity, foundation, agency, watch
    }

    /// One assessment: of which thing by its place, by whom, in which scheme, what, when and why.
    private struct Saying {
        var thing: Int
        var voice: Voice
        var scheme: SchemeCode
        var value: String
        var day: String
        var reason: String
        var french: String?

        init(
            _ thing: Int, _ voice: Voice, _ scheme: StandardScheme, _ value: String, _ day: String, _ reason: String,
            french: String? = nil
        ) {
            self.init(thing, voice, SchemeCode(scheme), value, day, reason, french: french)
        }

        init(
            _ thing: Int, _ voice: Voice, _ scheme: SchemeCode, _ value: String, _ day: String, _ reason: String,
            french: String? = nil
        ) {
            self.thing = thing
            self.voice = voice
            self.scheme = scheme
            self.value = value
            self.day = day
            self.reason = reason
            self.french = french
        }
    }

    /// Writes them once.
    func make(in workspace: Workspace, by caller: Caller) async throws {
        let home = Member.keeper(caller.name, of: workspace)
        guard let state = workspace.state, try await assessments.own(home).total == 0 else { return }
        let things = try await things(of: state)
        guard things.count >= 6 else { return }
        let voices = try await voices(home, caller)
        let scale = try await ownScale(voices)
        var ids: [AssessmentID] = []
        for saying in Self.sayings + (scale.map(Self.inOwnScale) ?? []) {
            guard let member = voices[saying.voice], saying.thing < things.count,
                let day = CalendarDate(saying.day)
            else { continue }
            ids.append(try await publish(saying, on: things[saying.thing], day, by: member))
        }
        try await endings(voices, things, home)
    }

    private func publish(
        _ saying: Saying, on thing: AssessedThing, _ day: CalendarDate, by member: Member
    ) async throws -> AssessmentID {
        var reasons = [AssessmentReason(language: .english, isOriginal: true, text: saying.reason)]
        if let french = saying.french {
            reasons.append(AssessmentReason(language: .french, isOriginal: false, text: french))
        }
        let own = try await assessments.write(
            AssessmentDraft(
                thing: thing, scheme: saying.scheme, value: saying.value, day: day, reasons: reasons,
                evidence: [
                    EvidenceLink(
                        kind: .link, title: "What was seen (invented)",
                        address: "https://example.org/seen/\(saying.day)")
                ]), by: member)
        try await assessments.publish(own.id, version: own.version, by: member)
        return own.id
    }

    /// One is taken back, one taken down, one still a draft.
    private func endings(_ voices: [Voice: Member], _ things: [AssessedThing], _ home: Member) async throws {
        guard let council = voices[.council], let watch = voices[.watch] else { return }
        let wrong = try await publish(
            Saying(4, .watch, .uprInfo, "not", "2025-02-01", "We counted the districts of another province."),
            on: things[4], CalendarDate("2025-02-01") ?? Self.lastDay, by: watch)
        let own = try await assessments.own(wrong, watch)
        try await assessments.takeBack(
            wrong, version: own.version, why: "The count was of another province. A corrected one follows.", by: watch)
        let named = try await publish(
            Saying(5, .council, .implementation, "not", "2025-03-12", "A report with names of two families."),
            on: things[5], CalendarDate("2025-03-12") ?? Self.lastDay, by: council)
        try await assessments.remove(
            named, .privacy, text: "It named two families who had not agreed.", by: home)
        _ = try await assessments.write(
            AssessmentDraft(
                thing: things[0], scheme: SchemeCode(.implementation), value: "partially", day: Self.lastDay,
                reasons: [
                    AssessmentReason(
                        language: .english, isOriginal: true, text: "A draft of the council, for its members alone.")
                ]), by: council)
    }

    private static let lastDay = CalendarDate(dayNumber: 20_270)

    /// The first recommendations of the State in the order of the record, then the first issues they are in.
    private func things(of state: StateCode) async throws -> [AssessedThing] {
        let page = try await record.library.search(
            SearchRequest(filters: [.state: [state.rawValue]], limit: 8, language: .english))
        let recommendations = page.items.map(\.id)
        var issues: [IssueID] = []
        for recommendation in recommendations {
            for summary in try await record.issues.issues(of: recommendation)
            where summary.issue.state == state && !issues.contains(summary.issue.id) {
                issues.append(summary.issue.id)
            }
        }
        return recommendations.map { .recommendation($0) } + issues.prefix(4).map { .issue($0) }
    }

    private func voices(_ home: Member, _ caller: Caller) async throws -> [Voice: Member] {
        let institutions = Institutions(workspaces.store)
        let there = try await institutions.all(home)
        func contributor(_ name: String, _ kind: InstitutionKind, _ short: String) async throws -> Member {
            var found = there.first { $0.kind == kind }?.id
            if found == nil {
                found = try await institutions.add(name, kind: kind, abbreviation: short, email: nil, by: home).id
            }
            return Member(
                workspace: home.workspace, account: AccountID(0), name: caller.name, role: .contributor,
                institution: found)
        }
        var voices: [Voice: Member] = [.state: home]
        voices[.commission] = try await contributor("Human Rights Commission", .humanRightsInstitution, "HRC")
        voices[.council] = try await contributor("Council of Civic Associations", .civilSociety, "CCA")
        voices[.entity] = try await contributor("United Desk for Rights (invented)", .unEntity, "UDR")
        for (slug, voice) in [
            ("lantern-foundation", Voice.foundation), ("norrholm-cooperation", .agency), ("shore-watch", .watch),
        ] {
            if let partner = try await workspaces.all().first(where: { $0.slug == slug }) {
                voices[voice] = .keeper(caller.name, of: partner)
            }
        }
        return voices
    }

    /// A scheme of the organisation's own, in two languages.
    private func ownScale(_ voices: [Voice: Member]) async throws -> OwnSchemeID? {
        guard let watch = voices[.watch] else { return nil }
        return try await assessments.save(
            SchemeContent(
                names: ["en": "Shore Watch's tide scale", "fr": "Échelle des marées de Shore Watch"],
                about: ["en": "How far a change has reached the people it is meant for, as they say it themselves."],
                values: [
                    .init(code: "reached", labels: ["en": "It reached us", "fr": "Cela nous est parvenu"]),
                    .init(code: "heard", labels: ["en": "We heard of it", "fr": "Nous en avons entendu parler"]),
                    .init(code: "nothing", labels: ["en": "Nothing came", "fr": "Rien n'est venu"]),
                ]), of: nil, version: 0, by: watch)
    }

    private static func inOwnScale(_ scale: OwnSchemeID) -> [Saying] {
        let code = SchemeCode(scale)
        return [
            Saying(
                0, .watch, code, "nothing", "2023-05-02",
                "Of forty people asked in three towns, none had seen a change."),
            Saying(
                0, .watch, code, "heard", "2025-04-18",
                "Half of those asked knew of the new office; none had been there.",
                french: "La moitié des personnes interrogées connaissait le nouveau bureau ; aucune n'y était allée."),
            Saying(2, .watch, code, "reached", "2025-04-20", "Nineteen of twenty asked had used the service."),
        ]
    }

    private static let sayings: [Saying] = [
        Saying(
            0, .state, .implementation, "partially", "2023-06-30", "The law was adopted; the offices open next year."),
        Saying(0, .state, .implementation, "fully", "2025-03-01", "The law is in force and nine offices are open."),
        Saying(
            0, .commission, .implementation, "partially", "2025-05-14",
            "Nine of fourteen offices are open, and four of them have no staff who speak the minority language.",
            french: "Neuf bureaux sur quatorze sont ouverts ; quatre n'ont personne qui parle la langue minoritaire."),
        Saying(
            0, .council, .implementation, "not", "2025-05-20",
            "People in the hills have no office within a day's travel."),
        Saying(
            0, .entity, .uprInfo, "partially", "2025-01-10", "Our visits to six districts found three offices at work."),
        Saying(1, .state, .implementation, "fully", "2024-11-01", "The article was repealed in October 2024."),
        Saying(
            1, .commission, .implementation, "fully", "2024-12-05",
            "The repeal is published; no case is pending under it."),
        Saying(1, .council, .implementation, "fully", "2025-01-08", "We know of no case since the repeal."),
        Saying(2, .state, .planStatus, "underWay", "2025-02-01", "Training of judges has begun in two provinces."),
        Saying(
            2, .commission, .committee, "B", "2025-03-03", "Steps were taken; judges of seven provinces wait for them."),
        Saying(
            2, .agency, .implementation, "partially", "2025-03-15", "Two of nine courses that we pay for were held."),
        Saying(3, .state, .implementation, "partially", "2022-09-09", "A working group is drafting the bill."),
        Saying(3, .commission, .implementation, "not", "2022-10-01", "A working group is no law."),
        Saying(3, .commission, .implementation, "partially", "2024-10-01", "The bill passed its first reading."),
        Saying(3, .council, .uprInfo, "not", "2024-10-15", "The bill leaves out those it was asked for."),
        Saying(4, .entity, .implementation, "not", "2025-02-11", "No shelter outside of the capital takes children."),
        Saying(
            4, .foundation, .implementation, "partially", "2025-02-25", "The shelter that we support opened in January."
        ),
        Saying(5, .state, .implementation, "fully", "2025-04-04", "Registration is free since January."),
        Saying(5, .council, .implementation, "partially", "2025-04-30", "It is free, and still needs two journeys."),
        Saying(6, .commission, .committee, "C", "2023-12-01", "The answer speaks of a plan that nobody has seen."),
        Saying(6, .commission, .committee, "B", "2025-06-01", "The plan was published; a third of it has money."),
        Saying(8, .state, .planStatus, "partly", "2025-05-05", "Half of the measures of this issue are carried out."),
        Saying(8, .council, .implementation, "not", "2025-05-25", "None of the measures reached the camps."),
        Saying(
            9, .entity, .implementation, "partially", "2025-06-06",
            "Two of five measures have results that were measured."),
    ]
}
