import Domain
package import Frame
import Insight
package import Matches

/// What fits what, with reasons: every address of this room.
package enum MatchRoutes {
    package static func all(_ matches: Matches) -> [Route] { open(matches) + lists(matches) + calls(matches) }

    private static func open(_ matches: Matches) -> [Route] {
        [
            .page("match-weights", "/cooperation/weights") { exchange throws(WebError) in
                await MatchWeightsView.answer(exchange, matches)
            },
            .api(
                "getMatchWeights", "/cooperation/weights", [],
                "The points by which needs and help are matched, each with its reason.", "MatchWeights"
            ) { _ throws(WebError) in MatchJSON.weights(matches) },
        ]
    }

    private static func lists(_ matches: Matches) -> [Route] {
        [
            .workspace("matches", "/matches", right: .seeCooperation) { visit throws(WebError) in
                try await MatchOverviewView.answer(visit, matches)
            },
            .workspace("match-need", "/matches/needs/{id}", [.id, NeedMatchView.source], right: .seeCooperation) {
                visit throws(WebError) in try await NeedMatchView.answer(visit, matches)
            },
            .workspaceForm("match-need-reject", "/matches/needs/{id}/reject", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await MatchActions(visit, form, matches).rejectHelp()
            },
            .workspaceForm("match-need-take-back", "/matches/needs/{id}/take-back", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await MatchActions(visit, form, matches).takeBack("/matches/needs/")
            },
            .workspaceAPI(
                "api-need-matches", "/needs/{id}/matches", [.id, NeedMatchView.source, MatchJSON.limit],
                right: .seeCooperation, "Help that fits a need of the workspace, best first, with every reason.",
                "Shortlist"
            ) { visit throws(WebError) in try await MatchJSON.shortlist(visit, matches) },
        ] + help(.offer, matches) + help(.call, matches)
    }

    /// Of own offers, or of own calls.
    private static func help(_ source: HelpSource, _ matches: Matches) -> [Route] {
        let (name, path) = ("match-\(source.rawValue)", "/matches/\(source.rawValue)s/")
        return [
            .workspace(name, path + "{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await HelpMatchView.answer(visit, source, matches)
            },
            .workspaceForm(name + "-reject", path + "{id}/reject", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await MatchActions(visit, form, matches).rejectNeed(source)
            },
            .workspaceForm(name + "-take-back", path + "{id}/take-back", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await MatchActions(visit, form, matches).takeBack(path)
            },
        ]
    }

    private static func calls(_ matches: Matches) -> [Route] {
        [
            .workspace("selection", "/matches/calls/{id}/selection", [.id], right: .manageFunds) {
                visit throws(WebError) in await (try await SelectionView.load(visit, matches)).page()
            },
            .workspace(
                "selection-csv", "/matches/calls/{id}/selection.csv", [.id], right: .manageFunds,
                contentType: SelectionFile.csv.contentType
            ) { visit throws(WebError) in try await SelectionFile.csv.answer(visit, matches) },
            .workspace(
                "selection-xlsx", "/matches/calls/{id}/selection.xlsx", [.id], right: .manageFunds,
                contentType: SelectionFile.xlsx.contentType
            ) { visit throws(WebError) in try await SelectionFile.xlsx.answer(visit, matches) },
            .workspaceForm("selection-rules", "/matches/calls/{id}/rules", [.id], right: .manageFunds) {
                visit, form throws(WebError) in try await SelectionActions.rules(visit, form, matches)
            },
            .workspace("application-marks", "/matches/applications/{id}", [.id], right: .manageFunds) {
                visit throws(WebError) in try await MarkingView.answer(visit, matches)
            },
            .workspaceForm("application-mark", "/matches/applications/{id}", [.id], right: .manageFunds) {
                visit, form throws(WebError) in try await SelectionActions.marks(visit, form, matches)
            },
        ]
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = MatchJSON.schemas
}
