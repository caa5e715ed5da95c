import Domain
import Frame
import Locales
import Operations

/// What coordinators decide about issues. Every answer leads to a page that can be loaded again; what was refused stays typed.
enum IssueCorrections {
    typealias Decide = (Issues, IssueID, Int, Caller) async throws(IssueError) -> IssueDecision

    static func rename(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let name = form.first("back") == "yes" ? nil : named(form)
        if name == nil, form.first("back") != "yes" {
            return try await refuse(signed, form, .rename, View(signed).say("issueRefused.name"))
        }
        return try await decide(signed, form, .rename) { issues, id, version, caller throws(IssueError) in
            try await issues.rename(id, version: version, to: name, by: caller)
        }
    }

    static func move(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        guard let recommendation = form.first("r").flatMap({ RecommendationID($0) }) else { throw .notFound }
        let to = form.first("to") ?? ""
        let target: IssueTarget
        if let id = IssueID(to) {
            target = .existing(id)
        } else if to == "new" {
            target = .new(name: named(form))
        } else {
            return try await refuse(signed, form, .move, View(signed).say("issueRefused.target"))
        }
        return try await decide(signed, form, .move) { issues, id, version, caller throws(IssueError) in
            try await issues.move(recommendation, from: id, version: version, to: target, by: caller)
        }
    }

    static func split(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let members = form.all("member").compactMap { RecommendationID($0) }
        guard !members.isEmpty else {
            return try await refuse(signed, form, .split, View(signed).say("issueRefused.members"))
        }
        return try await decide(signed, form, .split) { issues, id, version, caller throws(IssueError) in
            try await issues.split(id, version: version, members, name: named(form), by: caller)
        }
    }

    static func merge(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        guard let target = form.first("into").flatMap({ IssueID($0) }) else {
            return try await refuse(signed, form, .merge, View(signed).say("issueRefused.target"))
        }
        return try await decide(signed, form, .merge) { issues, id, version, caller throws(IssueError) in
            try await issues.merge(id, version: version, into: target, by: caller)
        }
    }

    static func pin(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        if let id = form.first("unpin").flatMap({ RecommendationID($0) }) {
            return try await decide(signed, form, nil) { issues, issue, version, caller throws(IssueError) in
                try await issues.unpin(id, in: issue, version: version, by: caller)
            }
        }
        guard let id = form.first("pin").flatMap({ RecommendationID($0) }) else { throw .notFound }
        return try await decide(signed, form, nil) { issues, issue, version, caller throws(IssueError) in
            try await issues.pin(id, in: issue, version: version, by: caller)
        }
    }

    static func proposal(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        if let id = form.first("accept").flatMap({ ProposedMoveID($0) }) {
            return try await decide(signed, form, nil) { issues, _, _, caller throws(IssueError) in
                try await issues.accept(id, by: caller)
            }
        }
        guard let id = form.first("decline").flatMap({ ProposedMoveID($0) }) else { throw .notFound }
        return try await decide(signed, form, nil) { issues, _, _, caller throws(IssueError) in
            try await issues.decline(id, by: caller)
        }
    }

    static func reverse(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        guard let id = form.first("decision").flatMap({ IssueDecisionID($0) }) else { throw .notFound }
        return try await decide(signed, form, nil) { issues, _, _, caller throws(IssueError) in
            try await issues.reverse(id, by: caller)
        }
    }

    /// A name as typed; nil where nothing was.
    private static func named(_ form: Query) -> String? {
        let name = ItemForm.lines(form.first("name") ?? "")
        return name.isEmpty ? nil : name
    }

    private static func decide(
        _ signed: Signed, _ form: Query, _ doing: IssueQuestion.Doing?, _ body: Decide
    ) async throws(WebError) -> Answer {
        guard let id = IssueID(signed.exchange.value("id")) else { throw .notFound }
        let version = form.first("version").flatMap { Int($0) } ?? 0
        let decision: IssueDecision
        do throws(IssueError) {
            decision = try await body(signed.exchange.site.issues, id, version, signed.caller)
        } catch {
            return try await answer(error, signed, form, doing)
        }
        return done(decision, on: id, View(signed))
    }

    /// Where to go: the issue that was made or grew, else the one that was decided on.
    private static func done(_ decision: IssueDecision, on id: IssueID, _ view: View) -> Answer {
        var items = [("said", decision.action.rawValue)]
        switch decision.action {
        case .split, .merge:
            if decision.action == .split { items.append(("other", id.description)) }
            return .seeOther(view.issueAddress(decision.other ?? id, items))
        default:
            if let other = decision.other == id ? decision.issue : decision.other {
                items.append(("other", other.description))
            }
            return .seeOther(view.issueAddress(id, items))
        }
    }

    private static func answer(
        _ error: IssueError, _ signed: Signed, _ form: Query, _ doing: IssueQuestion.Doing?
    ) async throws(WebError) -> Answer {
        let view = View(signed)
        switch error {
        case .stale: return try await refuse(signed, form, doing, view.say("issueRefused.stale"), status: 409)
        case .merged(let target):
            return .seeOther(view.issueAddress(target, [("said", IssueQuestion.Said.joined.rawValue)]))
        case .settled: return try await refuse(signed, form, doing, view.say("issueRefused.settled"), status: 409)
        case .overtaken: return try await refuse(signed, form, doing, view.say("issueRefused.overtaken"), status: 409)
        case .invalid(let field, let allowed):
            let key = "issueRefused.\(field)"
            let reason = view.words.has(key) ? view.say(key) : view.say("item.refused", ["reason": .text(allowed)])
            return try await refuse(signed, form, doing, reason)
        case .notFound: throw .notFound
        case .forbidden: throw .forbidden
        case .busy: throw .unavailable
        case .store(let reason): throw .failed(reason)
        }
    }

    /// The page again, with what was typed and why it could not be taken. The form then holds the version that stands.
    private static func refuse(
        _ signed: Signed, _ form: Query, _ doing: IssueQuestion.Doing?, _ reason: String, status: Int = 422
    ) async throws(WebError) -> Answer {
        try await IssueView.answer(
            signed.exchange, session: signed.session, doing: doing, refused: RefusedForm(form: form, reason: reason),
            status: status)
    }
}
