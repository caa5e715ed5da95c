import Domain
import Frame
import Programmes

/// What forms about programmes do.
struct ProgrammeActions: Sendable {
    private let visit: Visit
    private let form: Query
    private let programmes: Programmes

    init(_ visit: Visit, _ form: Query, _ programmes: Programmes) {
        self.visit = visit
        self.form = form
        self.programmes = programmes
    }

    func add() async throws(WebError) -> Answer {
        let (draft, troubles) = read()
        guard troubles.isEmpty else { return await again(draft, nil, troubles) }
        do throws(WorkspaceError) {
            let id = try await programmes.add(draft, by: visit.member)
            return back(id, "saved")
        } catch { return try await again(draft, nil, error) }
    }

    func edit() async throws(WebError) -> Answer {
        let id = try id()
        let (draft, troubles) = read()
        guard troubles.isEmpty else { return await again(draft, id, troubles) }
        do throws(WorkspaceError) {
            try await programmes.edit(id, version: version, draft, by: visit.member)
            return back(id, "saved")
        } catch { return try await again(draft, id, error) }
    }

    func addMoney() async throws(WebError) -> Answer {
        let id = try id()
        guard let kind = MoneyKind(rawValue: words("kind")) else { throw Self.invalid("kind", "programme.kindUnknown") }
        let money = MoneyDraft(
            kind: kind, amount: words("amount"), currency: words("currency"), day: day("day"), end: day("end"),
            text: words("text"))
        try await WebError.run { () throws(WorkspaceError) in
            try await programmes.add(money, to: id, version: version, by: visit.member)
        }
        return back(id, "saved")
    }

    func removeMoney() async throws(WebError) -> Answer {
        let id = try id()
        guard let place = Int(words("place")), place >= 0 else { throw .notFound }
        try await WebError.run { () throws(WorkspaceError) in
            try await programmes.removeMoney(
                place, of: id, version: version, because: words("reason"), by: visit.member)
        }
        return back(id, "saved")
    }

    func link() async throws(WebError) -> Answer {
        let id = try id()
        guard let issue = IssueID(words("issue")) else { throw Self.invalid("issue", "programme.issueUnknown") }
        do throws(WorkspaceError) {
            try await programmes.link(id, issue, note: words("note"), by: visit.member)
        } catch {
            if error == .notFound { throw Self.invalid("issue", "programme.issueUnknown") }
            throw WebError(error)
        }
        return back(id, "linked")
    }

    func unlink() async throws(WebError) -> Answer {
        let id = try id()
        guard let issue = IssueID(words("issue")) else { throw .notFound }
        try await WebError.run { () throws(WorkspaceError) in
            try await programmes.unlink(id, issue, because: words("reason"), by: visit.member)
        }
        return back(id, "unlinked")
    }

    func withdraw() async throws(WebError) -> Answer {
        let id = try id()
        try await WebError.run { () throws(WorkspaceError) in
            try await programmes.withdraw(id, version: version, because: words("reason"), by: visit.member)
        }
        return .seeOther(View(visit).address(visit.path("/programmes"), [("said", "withdrawn")]))
    }

    // MARK: The form

    private func words(_ name: String) -> String { form.first(name) ?? "" }
    private var version: Int { Int(words(Conflict.versionField)) ?? 0 }
    private func day(_ name: String) -> CalendarDate? { CalendarDate(words(name).filter { !$0.isWhitespace }) }

    private func id() throws(WebError) -> ProgrammeID {
        guard let id = ProgrammeID(visit.exchange.value("id")) else { throw .notFound }
        return id
    }

    private static func invalid(_ field: String, _ key: String) -> WebError {
        .invalid([.init(name: field, allowed: key)])
    }

    private func back(_ id: ProgrammeID, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/programmes/\(id)"), [("said", said)]))
    }

    /// The draft, and fields whose lines or days cannot be read.
    private func read() -> (ProgrammeDraft, [WorkspaceError.Trouble]) {
        var troubles: [WorkspaceError.Trouble] = []
        func lines<T>(_ name: String, _ key: String, _ read: (String) -> [T]?) -> [T] {
            if let found = read(words(name)) { return found }
            troubles.append(.init(name, key))
            return []
        }
        for name in ["plannedStart", "actualStart", "plannedEnd", "actualEnd"] {
            if !words(name).isEmpty, day(name)?.day == nil { troubles.append(.init(name, "programme.dayNeeded")) }
        }
        let language = words("language").lowercased()
        let goals = words("goals").split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
        let draft = ProgrammeDraft(
            identifier: words("identifier"), reporterReference: words("reporterReference"),
            reporterName: words("reporterName"), reporterKind: words("reporterKind"),
            language: LanguageTag(language.isEmpty ? "en" : language), title: words("title"),
            description: words("description"), status: words("activityStatus"), plannedStart: day("plannedStart"),
            actualStart: day("actualStart"), plannedEnd: day("plannedEnd"), actualEnd: day("actualEnd"),
            states: lines("states", "programme.sharesForm", DraftShare.read),
            sectors: lines("sectors", "programme.sharesForm", DraftShare.read), goals: goals,
            modality: Modality(rawValue: words("modality")), currency: words("currency"),
            partners: lines("partners", "programme.partnersForm", DraftPartner.read),
            isPublic: words("published") == "yes")
        return (draft, troubles)
    }

    /// The form once more with what was sent, where it is the form that is wrong.
    private func again(
        _ draft: ProgrammeDraft, _ id: ProgrammeID?, _ error: WorkspaceError
    ) async throws(WebError) -> Answer {
        guard case .invalid(let troubles) = error else { throw WebError(error) }
        return await again(draft, id, troubles)
    }

    private func again(
        _ draft: ProgrammeDraft, _ id: ProgrammeID?, _ troubles: [WorkspaceError.Trouble]
    ) async -> Answer {
        let view = View(visit)
        var page = ProgrammeForm(
            view: view, visit: visit, codes: programmes.codes, draft: draft, edited: id.map { ($0, version) })
        page.troubles = troubles.map { ($0.field, view.say($0.allowed)) }
        return await page.answer()
    }
}
