import Domain
import Drafting
import Frame
import Locales
import Markup
import Reports

/// Parts of reports in the reader's words.
extension View {
    func kind(_ kind: ReportKind) -> String { say("report.kind.\(kind.rawValue)") }
    func status(_ status: ReportStatus) -> String { say("report.status.\(status.rawValue)") }

    /// What a form did, after it sent the reader here.
    func reportSaid() {
        if let key = exchange.query.first("said"), words.has("report.said.\(key)") { done(say("report.said.\(key)")) }
    }

    /// How many words something has, under a heading that says so; against its limit where it has one: a bar and its numbers.
    func length(_ words: Int, of most: Int?) {
        guard let most else {
            html.text(number(words))
            return
        }
        html.element(.span, text: say("report.wordsOf", ["count": .number(words), "most": .number(most)]))
        barTrack("bar report-length", share: min(1, Double(words) / Double(max(1, most))))
        if words > most {
            html.element(.strong, text: say("report.wordsOver", ["count": .number(words - most)]))
        }
    }

    /// What a source is, with the way to it.
    func source(_ source: SentenceSource, _ visit: Visit, about state: StateCode) {
        html.element(.span, .class("soft"), text: say("report.source.\(source.kind.rawValue)") + " ")
        if let path = Self.path(source, visit, state) {
            html.element(.a, .href(address(path)), .dir("auto"), text: source.label)
        } else {
            html.element(.bdi, text: source.label)
        }
    }

    private static func path(_ source: SentenceSource, _ visit: Visit, _ state: StateCode) -> String? {
        switch source.kind {
        case .recommendation, .part, .position: "/recommendations/\(source.id)"
        case .commitment, .statement: visit.path("/progress/commitments/\(source.id)")
        case .action: visit.path("/progress/actions/\(source.id)")
        case .progress: visit.path("/progress/\(source.id)")
        case .evidence: visit.path("/progress/evidence/\(source.id)")
        case .indicator: visit.path("/indicators/\(source.id)")
        case .law: visit.path("/laws/\(source.id)")
        case .need: visit.path("/needs/\(source.id)")
        case .practice: "/practices/\(source.id)"
        case .document: "/documents/\(source.id)"
        case .assessment: "/assessments/\(source.id)"
        case .recordedAssessment: "/assessments/\(source.id)"
        case .stateFact: "/states/\(state.rawValue)/cooperation"
        case .consultation: "/consultations/\(source.id)"
        case .roundParagraph: visit.path("/round")
        case .milestone, .observation, .contribution: nil
        }
    }

    func reportHead(_ report: Report, _ visit: Visit, _ title: String, isWide: Bool = false, isReport: Bool = false)
        -> PageHead
    {
        var head = PageHead(title: title, place: .reports, isWide: isWide)
        head.crumbs = [(address(visit.path("/reports")), say("report.title.list"))]
        if !isReport { head.crumbs.append((address(visit.path("/reports/\(report.id)")), report.title)) }
        return head
    }
}

extension Query {
    var version: Int { Int(words(Conflict.versionField)) ?? 0 }
}

enum ReportParameters {
    static let paragraph = Parameter(
        name: "paragraph", place: .path, form: .pattern("^[1-9][0-9]{0,17}$") { ReportParagraphID($0) != nil },
        summary: "Number of the paragraph.")
    static let section = Parameter(
        name: "section", place: .path, form: .pattern("^[a-z0-9-]{1,60}$") { !$0.isEmpty && $0.utf8.count <= 60 },
        summary: "Key of the section.")
    static let version = Parameter(
        name: "version", form: .integer(1...1_000_000), summary: "An earlier version of the report.")
    static let from = Parameter(name: "from", form: .integer(1...1_000_000), summary: "The older version.")
    static let to = Parameter(name: "to", form: .integer(1...1_000_000), summary: "The newer version.")
    static let part = Parameter(name: "part", form: .integer(1...500), summary: "Which part of a long section.")
    static let format = Parameter(
        name: "format", form: .choice(PaperFormat.allCases.map(\.rawValue)), summary: "The kind of file.")
}
