import Domain
import Frame
import Locales
import Matches
import People

/// What forms of a call's selection do.
enum SelectionActions {
    static func rules(_ visit: Visit, _ form: Query, _ matches: Matches) async throws(WebError) -> Answer {
        let id: FundCallID = try visit.id()
        let names = visit.exchange.site.names
        let rules = try SelectionRulesForm.rules(form, groups: names.codes(.region) + names.codes(.group))
        let version = Int(form.words(Conflict.versionField)) ?? 0
        try await visit.run { () throws(WorkspaceError) in
            try await matches.setRules(rules, of: id, version: version, by: visit.member)
        }
        return back(visit, id, "rules")
    }

    static func marks(_ visit: Visit, _ form: Query, _ matches: Matches) async throws(WebError) -> Answer {
        let id: ApplicationID = try visit.id()
        let sheet = try await visit.run { () throws(WorkspaceError) in try await matches.marking(id, visit.member) }
        var marks: [Int: Int] = [:]
        for criterion in sheet.rules.criteria {
            marks[criterion.place] = try SelectionRulesForm.number(
                form, "mark-\(criterion.place)", "match.mark.range")
        }
        let version = Int(form.words(Conflict.versionField)) ?? 0
        try await visit.run { () throws(WorkspaceError) in
            try await matches.mark(id, version: version, marks, by: visit.member)
        }
        return back(visit, sheet.call.id, "marked")
    }

    private static func back(_ visit: Visit, _ call: FundCallID, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/matches/calls/\(call)/selection"), [("said", said)]))
    }
}
