import Domain
import Foundation
import SiteSupport

@testable import Frame

/// `docs/rights.md`: who may do what in a workspace, and every address of the program with the right it asks for. The tables are
/// written from the program; the walk reads its expectations from the file alone.
struct RightsDocument {
    static let path = WorkspaceSite.root + "/docs/rights.md"

    /// One row of the table of a workspace's addresses.
    struct Row: Hashable {
        var name: String
        var method: String
        var pattern: String
        var right: String
        /// `all`, `own` or `–`, by role.
        var reach: [String]
    }

    static func row(_ route: Route) -> Row {
        Row(
            name: route.name, method: route.method.rawValue, pattern: route.pattern,
            right: route.right?.rawValue ?? "–",
            reach: WorkspaceRole.allCases.map { role in route.right.map { word(role.reach($0)) } ?? "–" })
    }

    static func word(_ reach: Reach) -> String {
        switch reach {
        case .none: "–"
        case .own: "own"
        case .all: "all"
        }
    }

    static func isOfWorkspace(_ route: Route) -> Bool {
        [Route.workspacePages, Route.workspaceService].contains {
            route.pattern == $0 || route.pattern.hasPrefix($0 + "/")
        }
    }

    /// Everything between a marker and the next, written from the program.
    static func sections(_ routes: [Route]) -> [(marker: String, text: String)] {
        let roles = WorkspaceRole.allCases.map(\.rawValue)
        let sorted = routes.sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }
        var rights = line(["right", "gives"] + roles) + rule(2 + roles.count)
        for right in Right.allCases {
            rights += line(
                ["`\(right.rawValue)`", RightWords.of(right)] + WorkspaceRole.allCases.map { word($0.reach(right)) })
        }
        var workspace = line(["address", "method", "name", "right"] + roles) + rule(4 + roles.count)
        for row in sorted.filter(isOfWorkspace).map(row) {
            workspace += line(["`\(row.pattern)`", row.method, "`\(row.name)`", "`\(row.right)`"] + row.reach)
        }
        var signed = line(["address", "method", "name"]) + rule(3)
        var open = signed
        for route in sorted where !isOfWorkspace(route) {
            let text = line(["`\(route.pattern)`", route.method.rawValue, "`\(route.name)`"])
            if route.kind == .desk { signed += text } else { open += text }
        }
        return [("rights", rights), ("workspace", workspace), ("signed-in", signed), ("open", open)]
    }

    /// The file's text with its tables written anew.
    static func written(_ text: String, _ routes: [Route]) -> String {
        var text = text
        for section in sections(routes) {
            let (begin, end) = ("<!-- \(section.marker) -->\n", "<!-- /\(section.marker) -->")
            guard let from = text.range(of: begin), let to = text.range(of: end) else { continue }
            text.replaceSubrange(from.upperBound..<to.lowerBound, with: section.text)
        }
        return text
    }

    /// The rows of one table as the file has them, without their head.
    static func cells(_ marker: String, in text: String) -> [[String]] {
        guard let from = text.range(of: "<!-- \(marker) -->\n"), let to = text.range(of: "<!-- /\(marker) -->") else {
            return []
        }
        return text[from.upperBound..<to.lowerBound].split(separator: "\n").dropFirst(2).map { line in
            line.split(separator: "|").map { cell in
                cell.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
            }
        }
    }

    /// Workspace rows of the file.
    static func rows(in text: String) -> [Row] {
        cells("workspace", in: text).compactMap { cells in
            guard cells.count == 4 + WorkspaceRole.allCases.count else { return nil }
            return Row(
                name: cells[2], method: cells[1], pattern: cells[0], right: cells[3], reach: Array(cells.dropFirst(4)))
        }
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    private static func rule(_ count: Int) -> String {
        "|" + String(repeating: "---|", count: count) + "\n"
    }
}

/// What each right gives, in words.
enum RightWords {
    static func of(_ right: Right) -> String { sentences[right.rawValue] ?? "" }

    private static let sentences: [String: String] = [
        "seeWorkspace": "the first page, institutions, deadlines",
        "confirmColleagues": "letting people into one's own institution, where that is not the State's",
        "managePeople": "invitations, roles, members",
        "manageSettings": "name, language, time zone of the workspace",
        "manageInstitutions": "institutions and their focal points",
        "seePlan": "commitments, actions, milestones, laws, indicators",
        "editPlan": "changing them",
        "reportProgress": "progress, evidence, observations",
        "clear": "clearance by the mechanism and the minister",
        "seeRound": "proposed positions before they are frozen",
        "proposePosition": "proposing a position, a reason, a legal note",
        "manageRound": "opening, circulating, resolving and freezing a round",
        "seeMeetings": "committee meetings, decisions and letters",
        "manageMeetings": "agendas, decisions, letters",
        "exchangeWorkbooks": "workbooks out and back",
        "importTracking": "a predecessor's workbook and what waits for a match",
        "manageDeadlines": "own deadlines, rules, holidays",
        "seeAlerts": "alerts and urgent procedures",
        "answerAlerts": "answering and snoozing them",
        "comment": "comments and mentions",
        "seeInternal": "comments, progress and evidence that are not cleared for others",
        "seeDashboards": "dashboards",
        "seeHistory": "who changed which field",
        "seeAudit": "the audit log",
        "seeCooperation": "needs, offers, funds, matches, agreements, drafts included",
        "stateNeed": "needs of the State",
        "publishNeed": "the State's consent, publishing on it, withdrawing both",
        "manageOffers": "offers",
        "manageFunds": "funds, calls, decisions on applications",
        "applyToFunds": "applications to the calls of others",
        "decideMatches": "rejecting a match, asking to be introduced",
        "makeAgreements": "agreements",
        "screenCooperation": "screenings and reviews of programmes and agreements",
        "answerScreening": "answering a screening one was asked to contribute to",
        "writePractices": "writing up practices",
        "moderatePractices": "the review of practices before they are shown",
        "manageProgrammes": "programmes and their links",
        "assess": "assessments in the name of one's institution",
        "removePublished": "taking down what another actor published, on a stated ground",
        "manageCooperationRecord": "facts of the State's cooperation with mechanisms",
        "managePublicFace": "what everybody may see of the workspace",
        "seeConsultations": "consultations, those not yet public included",
        "manageConsultations": "consultations, their agenda, summary and answers",
        "contribute": "taking part in a consultation for one's institution",
        "seeReports": "drafts of reports, their sources and gaps",
        "writeReports": "drafting and editing reports",
        "approveReports": "approving reports",
        "answerSubmissions": "protected submissions sealed to one's own key",
    ]
}
