import Assessments
import Domain
import Frame
import Locales
import Markup

/// What every side says of one thing: a table, the same over time, and where they differ. No scheme is converted into another and
/// nothing is averaged.
struct SideBySide {
    let view: View
    let all: [PublishedAssessment]

    private var html: HTMLWriter { view.html }

    func write(_ caption: String) {
        differences()
        AssessmentTimeline(view: view, all: all).write()
        view.table(caption, style: "assessments") {
            view.headRow([
                (view.say("assess.who"), false), (view.say("assess.says"), false), (view.say("assess.when"), false),
                (view.say("assess.why"), false),
            ])
            html.element(.tbody) { for one in ordered { html.element(.tr) { row(one) } } }
        }
    }

    /// By who says it; what an assessor said last comes first.
    private var ordered: [PublishedAssessment] {
        let kinds = Assessment.AssessorKind.allCases
        func key(_ one: PublishedAssessment) -> (Int, String) {
            (kinds.firstIndex(of: one.assessor) ?? 0, one.assessorName)
        }
        return all.enumerated().sorted { left, right in
            let (one, other) = (key(left.element), key(right.element))
            return one == other ? left.offset > right.offset : one < other
        }.map(\.element)
    }

    private func row(_ one: PublishedAssessment) {
        html.element(.th, .scope("row")) {
            html.element(.span, .dir("auto"), text: view.assessorName(one))
            html.element(.p, .class("hint"), text: view.assessorKind(one.assessor))
        }
        html.element(.td) {
            if let words = one.words {
                html.element(
                    .a, .href(view.address(one.path)), .class("value"), .dir("auto"),
                    text: view.valueWords(words.value, words.scheme, words.content))
                html.element(.p, .class("hint"), .dir("auto"), text: view.schemeName(words.scheme, words.content))
            } else {
                view.link(view.address(one.path), view.say("assess.nothingLeft"))
            }
            if !one.part.isEmpty {
                html.element(.p, .class("hint"), text: view.say("record.ofPart", ["part": .text(one.part)]))
            }
        }
        html.element(.td) {
            if let date = one.words?.date {
                html.element(.time, .datetime(date.description), text: view.date(date))
            } else if one.words != nil {
                view.write("record.noDate")
            }
            if case .superseded = one.standing { html.element(.p, .class("hint"), text: view.say("assess.earlier")) }
        }
        html.element(.td) {
            if one.words == nil, let standing = view.standingWords(one) {
                html.element(.p, .dir("auto"), text: standing)
            }
            view.reasons(one)
            view.evidenceLinks(one.words?.evidence ?? [])
            html.element(.p, .class("fine"), text: view.assessmentOrigin(one))
        }
    }

    /// Only within one scheme and one part: values of two schemes have nothing to differ in.
    private func differences() {
        struct Ground: Hashable {
            var scheme: SchemeCode
            var part: String
        }
        let current = all.filter { $0.isCurrent && $0.words != nil }
        let grounds = Dictionary(grouping: current) { one in
            Ground(scheme: one.words?.scheme ?? SchemeCode(""), part: one.part)
        }
        let differing = grounds.filter { _, found in Set(found.compactMap { $0.words?.value }).count > 1 }
        for (ground, found) in differing.sorted(by: {
            ($0.key.scheme.rawValue, $0.key.part) < ($1.key.scheme.rawValue, $1.key.part)
        }) {
            let says = ordered.filter { found.contains($0) }.map { one in
                view.say(
                    "assess.saysValue",
                    [
                        "name": .text(view.assessorName(one)),
                        "value": .text(
                            one.words.map { view.valueWords($0.value, $0.scheme, $0.content) } ?? ""),
                    ])
            }
            html.element(.p, .class("differ"), .dir("auto")) {
                html.element(
                    .strong,
                    text: view.say(
                        "assess.differ",
                        ["scheme": .text(view.schemeName(ground.scheme, found.first?.words?.content))]))
                html.text(" " + says.joined(separator: "; "))
            }
        }
    }
}
