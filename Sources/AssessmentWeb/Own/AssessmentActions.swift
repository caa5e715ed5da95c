import Assessments
import Domain
import Frame

/// What forms of a voice's assessments do.
struct AssessmentActions {
    private let visit: Visit
    private let form: Query
    private let assessments: Assessments

    init(_ visit: Visit, _ form: Query, _ assessments: Assessments) {
        self.visit = visit
        self.form = form
        self.assessments = assessments
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }

    func add() async throws(WebError) -> Answer {
        let draft = try draft()
        let own = try await visit.run { () throws(WorkspaceError) in
            try await assessments.write(draft, by: visit.member)
        }
        return back(own.id, "saved")
    }

    func edit() async throws(WebError) -> Answer {
        let draft = try draft()
        return try await change("saved") { id throws(WorkspaceError) in
            try await assessments.edit(id, version: version, draft, by: visit.member)
        }
    }

    func discard() async throws(WebError) -> Answer {
        let id: AssessmentID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await assessments.discard(id, version: version, by: visit.member)
        }
        return .seeOther(View(visit).address(visit.path("/assessments"), [("said", "discarded")]))
    }

    func check() async throws(WebError) -> Answer {
        try await change("checked") { id throws(WorkspaceError) in
            try await assessments.check(id, version: version, by: visit.member)
        }
    }

    func publish() async throws(WebError) -> Answer {
        try await change("published") { id throws(WorkspaceError) in
            try await assessments.publish(id, version: version, by: visit.member)
        }
    }

    func takeBack() async throws(WebError) -> Answer {
        try await change("takenBack") { id throws(WorkspaceError) in
            try await assessments.takeBack(id, version: version, why: form.words("why"), by: visit.member)
        }
    }

    /// What is removed is not the administrator's own: she goes on to its public marker.
    func remove() async throws(WebError) -> Answer {
        let id: AssessmentID = try visit.id()
        guard let ground = RemovalGround(rawValue: form.words("ground")) else {
            throw .invalid([.init(name: "ground", allowed: "assess.groundNeeded")])
        }
        try await visit.run { () throws(WorkspaceError) in
            try await assessments.remove(id, ground, text: form.words("text"), by: visit.member)
        }
        return .seeOther(View(visit).address("/assessments/\(id)"))
    }

    func setting() async throws(WebError) -> Answer {
        try await visit.run { () throws(WorkspaceError) in
            try await assessments.set(
                needsSecond: form.first("needsSecond") == "yes", version: version, by: visit.member)
        }
        return .seeOther(View(visit).address(visit.path("/assessments"), [("said", "setting")]))
    }

    private func change(
        _ said: String, _ act: (AssessmentID) async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        let id: AssessmentID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in try await act(id) }
        return back(id, said)
    }

    private func back(_ id: AssessmentID, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/assessments/\(id)"), [("said", said)]))
    }

    /// What the form of an assessment holds. The value names its scheme, so that no value stands in another's.
    private func draft() throws(WebError) -> AssessmentDraft {
        guard let thing = AssessedThing(form.words("thing")) else {
            throw .invalid([.init(name: "thing", allowed: "assess.thingUnknown")])
        }
        let choice = form.words("value").split(separator: ":", maxSplits: 1).map(String.init)
        guard choice.count == 2 else { throw .invalid([.init(name: "value", allowed: "assess.valueNeeded")]) }
        guard let day = try form.day("day") else {
            throw .invalid([.init(name: "day", allowed: "assess.dayForm")])
        }
        let original = form.words("original")
        let reasons = LanguageTag.official.map { tag in
            AssessmentReason(
                language: tag, isOriginal: tag.rawValue == original,
                text: form.words("reason-\(tag.rawValue)").replacing("\r\n", with: "\n"))
        }
        var evidence: [EvidenceLink] = []
        for place in 1...AssessmentFormView.evidenceFields {
            let kind = EvidenceLink.Kind(rawValue: form.words("evidenceKind-\(place)")) ?? .link
            evidence.append(
                EvidenceLink(
                    kind: kind == .document ? .document : .link, title: form.words("evidenceTitle-\(place)"),
                    address: form.words("evidence-\(place)")))
        }
        evidence += form.all("evidenceKey").prefix(EvidenceLink.most).map {
            EvidenceLink(kind: .evidence, title: "", address: $0)
        }
        return AssessmentDraft(
            thing: thing, part: Int64(form.words("part")) ?? 0, scheme: SchemeCode(choice[0]), value: choice[1],
            day: day, reasons: reasons, evidence: evidence, statement: Int64(form.words("statement")))
    }
}
