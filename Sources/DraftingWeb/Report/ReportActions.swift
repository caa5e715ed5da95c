import Domain
import Drafting
import Frame
import Locales
import People

/// What forms of reports do.
struct ReportActions {
    private let visit: Visit
    private let form: Query
    private let drafting: Drafting

    init(_ visit: Visit, _ form: Query, _ drafting: Drafting) {
        self.visit = visit
        self.form = form
        self.drafting = drafting
    }

    func add() async throws(WebError) -> Answer {
        guard let kind = ReportKind(rawValue: form.words("kind")) else {
            throw .invalid([.init(name: "kind", allowed: "report.kindUnknown")])
        }
        guard let state = visit.workspace.mechanismState ?? state() else {
            throw .invalid([.init(name: "state", allowed: "report.stateUnknown")])
        }
        var scope = ReportScope(
            state: state, treaty: kind.needsTreaty ? optional("treaty") : nil,
            document: DocumentID(form.words("document")))
        if kind.needsRound { scope.round = round() }
        scope.recommendations = form.words("recommendations").split { !$0.isNumber }.compactMap {
            RecommendationID($0)
        }
        scope.symbol = optional("symbol")
        scope.session = optional("session").map { String($0.prefix(20)) }
        scope.isJoint = form.words("joint") == "yes"
        if kind == .fundApplication { scope.fundCall = Int64(form.words("call")) }
        scope.deadline = Int64(form.words("deadline"))
        var order = ReportOrder(
            kind: kind, language: LanguageTag(form.words("language")), title: form.words("title"), scope: scope,
            due: try form.day("due"))
        if order.due == nil, let deadline = scope.deadline {
            order.due = try await visit.run { () throws(WorkspaceError) in
                try await drafting.openDates(visit.member).first { $0.id == deadline }?.due
            }
        }
        let wanted = order
        let id = try await visit.run { () throws(WorkspaceError) in
            try await drafting.draft(wanted, by: visit.member)
        }
        return back(id, "drafted")
    }

    func describe() async throws(WebError) -> Answer {
        let due = try form.day("due")
        return try await change("saved") { id throws(WorkspaceError) in
            try await drafting.describe(
                id, title: form.words("title"), due: due, symbol: form.words("symbol"),
                session: form.words("session"), version: form.version,
                by: visit.member)
        }
    }

    func move() async throws(WebError) -> Answer {
        guard let status = ReportStatus(rawValue: form.words("status")) else {
            throw .invalid([.init(name: "status", allowed: "report.statusUnknown")])
        }
        let day = try form.day("day")
        do throws(WebError) {
            return try await change("moved") { id throws(WorkspaceError) in
                try await drafting.move(
                    id, to: status, reason: form.words("reason"), on: day, version: form.version, by: visit.member)
            }
        } catch {
            guard case .invalid(let fields) = error, fields.contains(where: { $0.allowed == "report.claimsReason" })
            else { throw error }
            return try await ApprovalRefused.answer(visit, drafting)
        }
    }

    /// One choice an item; `all` is the section whose items are all taken.
    func refresh() async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        var choices: [String: RefreshChoice] = [:]
        if let section = optional("all") {
            let shown = try await visit.run { () throws(WorkspaceError) in
                try await drafting.refresh(id, visit.member)
            }
            for item in shown.items where item.section == section { choices[item.name] = .take }
        } else {
            for item in form.items where item.name.hasPrefix("item-") || item.name.hasPrefix("new-") {
                choices[item.name] = RefreshChoice(rawValue: item.value)
            }
        }
        let chosen = choices
        return try await change("refreshed", "/refresh") { id throws(WorkspaceError) in
            try await drafting.take(chosen, digest: form.words("digest"), of: id, by: visit.member)
        }
    }

    func restore() async throws(WebError) -> Answer {
        guard let number = Int(form.words("number")), number > 0 else { throw .notFound }
        return try await change("restored") { id throws(WorkspaceError) in
            try await drafting.restore(number, of: id, by: visit.member)
        }
    }

    func insert() async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let section = form.words("section")
        let after = ReportParagraphID(form.words("after"))
        let paragraph = try await visit.run { () throws(WorkspaceError) in
            try await drafting.insert(form.words("text"), into: section, of: id, after: after, by: visit.member)
        }
        return .seeOther(
            View(visit).address(visit.path("/reports/\(id)/paragraphs/\(paragraph)"), [("said", "inserted")]))
    }

    private func state() -> StateCode? { optional("state").map { StateCode($0) } }

    private func optional(_ name: String) -> String? {
        let text = form.words(name).filter { !$0.isWhitespace }
        return text.isEmpty ? nil : text
    }

    /// `7/1`: the round and which of its frozen results.
    private func round() -> ReportScope.RoundReference? {
        let parts = form.words("round").split(separator: "/")
        guard parts.count == 2, let round = Int64(parts[0]), let freeze = Int(parts[1]) else { return nil }
        return ReportScope.RoundReference(round: round, freeze: freeze)
    }

    private func change(
        _ said: String, _ rest: String = "", _ act: (ReportID) async throws(WorkspaceError) -> some Sendable
    ) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        _ = try await visit.run { () throws(WorkspaceError) in try await act(id) }
        return back(id, said, rest)
    }

    private func back(_ id: ReportID, _ said: String, _ rest: String = "") -> Answer {
        .seeOther(View(visit).address(visit.path("/reports/\(id)\(rest)"), [("said", said)]))
    }
}
