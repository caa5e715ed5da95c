import Domain
import Frame
import Insight
import Matches
import People

/// What forms of matches do.
struct MatchActions {
    let visit: Visit
    let form: Query
    let matches: Matches

    init(_ visit: Visit, _ form: Query, _ matches: Matches) {
        self.visit = visit
        self.form = form
        self.matches = matches
    }

    private var reason: String { form.words("reason") }

    func rejectHelp() async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        guard let help = HelpID(form.words("help")) else { throw .notFound }
        try await visit.run { () throws(WorkspaceError) in
            try await matches.reject(help, for: id, because: reason, by: visit.member)
        }
        return back("/matches/needs/\(id)", "rejected")
    }

    func rejectNeed(_ source: HelpSource) async throws(WebError) -> Answer {
        let number = visit.exchange.value("id")
        guard let help = HelpID("\(source.rawValue)-\(number)"), let need = NeedID(form.words("need")) else {
            throw .notFound
        }
        try await visit.run { () throws(WorkspaceError) in
            try await matches.reject(need, for: help, because: reason, by: visit.member)
        }
        return back("/matches/\(source.rawValue)s/\(number)", "rejected")
    }

    /// `page`: the list the decision was taken back on, without its number.
    func takeBack(_ page: String) async throws(WebError) -> Answer {
        guard let id = MatchRejectionID(form.words("decision")) else { throw .notFound }
        try await visit.run { () throws(WorkspaceError) in try await matches.takeBack(id, by: visit.member) }
        return back(page + visit.exchange.value("id"), "taken-back")
    }

    private func back(_ path: String, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path(path), [("said", said)]))
    }
}
