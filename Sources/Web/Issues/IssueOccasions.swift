import Domain
import Frame
import Insight
import Locales
import Markup
import Operations

/// What was asked when, by whom, what the State answered each time, and what changed: as picture and as table.
struct IssueOccasions {
    let view: View
    let page: IssuePage

    /// Rows of changes and assessments that one occasion lists.
    private static let listedMax = 8
    /// Occasions whose table stands open: a longer one would stand between the reader and the recommendations.
    private static let openMax = 8

    private var html: HTMLWriter { view.html }

    func write() {
        guard !page.occasions.isEmpty else { return }
        view.section("repeats", view.say("issueRepeats.title"), text) {
            if page.occasions.count > 1 { picture() }
            if page.occasions.count > Self.openMax {
                html.element(.details) {
                    html.element(.summary, text: view.say("issueRepeats.open"))
                    table()
                }
            } else {
                table()
            }
        }
    }

    private var text: String {
        view.say("repeatClass.\(page.summary.repeatClass.rawValue)") + ". "
            + view.say("repeatClassText.\(page.summary.repeatClass.rawValue)")
    }

    /// "2015 · Universal Periodic Review, cycle 2".
    private func name(_ occasion: Occasion) -> String {
        let mechanism =
            view.names.acronym(ofMechanism: occasion.mechanism.rawValue, view.words.tag)
            ?? view.name(.mechanism, occasion.mechanism.rawValue)
        var parts = [mechanism]
        if let cycle = occasion.cycle { parts.append(view.valueName(.cycle, String(cycle))) }
        return parts.joined(separator: view.say("list.comma"))
    }

    /// A bar for each occasion in the order of time, its length the number of recommendations, filled by the first answer.
    private func picture() {
        let most = page.occasions.map { $0.occasion.answered.total }.max() ?? 1
        let table = Figure.FigureTable(
            columns: [view.say("issueRepeats.when"), view.say("column.recommendations")]
                + View.positionOrder.map { view.say("position.\($0.rawValue)") },
            rows: page.occasions.map { item in
                let occasion = item.occasion
                return (
                    [occasion.year.map { String($0) }, name(occasion)].compactMap { $0 }.joined(separator: " · "), nil,
                    [occasion.recommendations.count] + View.positionOrder.map { .some(occasion.answered[$0]) }
                )
            })
        let figure = Figure(
            title: view.say("issueRepeats.figure", ["count": .number(page.occasions.count)]),
            caption: view.say("issueRepeats.caption"), isWide: true, table: table)
        view.figure(figure) {
            html.element(.ol, .class("occasions")) {
                for item in page.occasions {
                    let occasion = item.occasion
                    html.element(.li) {
                        html.element(.span, .class("year"), text: year(occasion))
                        html.element(.span, .class("what"), text: name(occasion))
                        view.tallyBar(occasion.answered, of: most)
                        html.element(.span, .class("value"), text: view.number(occasion.recommendations.count))
                    }
                }
            }
            view.positionKey()
        }
    }

    private func year(_ occasion: Occasion) -> String {
        occasion.year.map { String($0) } ?? view.say("record.noDate")
    }

    private func table() {
        view.table(view.say("issueRepeats.title"), style: "repeats-table") {
            view.headRow([
                (view.say("issueRepeats.when"), false), (view.say("issueRepeats.by"), false),
                (view.say("column.recommendations"), true), (view.say("issueRepeats.then"), false),
                (view.say("issueRepeats.now"), false), (view.say("issueRepeats.changes"), false),
                (view.say("record.assessments"), false),
            ])
            html.element(.tbody) { for occasion in page.occasions { row(occasion) } }
        }
    }

    private func row(_ item: IssueOccasion) {
        let occasion = item.occasion
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.strong, text: year(occasion))
                html.element(.p, text: name(occasion))
                for document in item.documents.prefix(4) {
                    html.element(.p, .class("fine")) {
                        html.element(
                            .a, .href(view.documentAddress(document.id)), .dir("ltr"),
                            text: document.symbol?.printed ?? view.say("document.unnamed"))
                    }
                }
            }
            html.element(.td) {
                if occasion.recommending.isEmpty {
                    html.element(.span, .class("soft"), text: view.name(.mechanism, occasion.mechanism.rawValue))
                } else {
                    askers(occasion.recommending)
                }
            }
            html.element(.td, .class("n"), text: view.number(occasion.recommendations.count))
            html.element(.td) { view.tallyOrNone(occasion.answered) }
            html.element(.td) { view.tallyOrNone(occasion.positions) }
            html.element(.td) { changes(item.changes) }
            html.element(.td) { assessments(item.assessments) }
        }
    }

    /// Few are named, many are folded away.
    private func askers(_ states: [StateCode]) {
        if states.count <= 6 {
            view.stateLinks(states)
        } else {
            html.element(.details) {
                html.element(.summary, text: view.say("issues.byStates", ["count": .number(states.count)]))
                html.element(.p) { view.stateLinks(states) }
            }
        }
    }

    private func changes(_ changes: [LaterChange]) {
        guard !changes.isEmpty else {
            html.element(.span, .class("soft"), text: view.say("issueRepeats.noChange"))
            return
        }
        html.element(.ul, .class("plain-list")) {
            for change in changes.prefix(Self.listedMax) { html.element(.li) { view.laterChange(change) } }
        }
        more(changes.count)
    }

    private func assessments(_ items: [(recommendation: RecommendationID, assessment: Assessment)]) {
        guard !items.isEmpty else {
            html.element(.span, .class("soft"), text: view.say("figure.noData"))
            return
        }
        html.element(.ul, .class("plain-list")) {
            for item in items.prefix(Self.listedMax) {
                html.element(.li) { view.assessmentLine(item.assessment, of: item.recommendation) }
            }
        }
        more(items.count)
    }

    private func more(_ count: Int) {
        guard count > Self.listedMax else { return }
        html.element(
            .p, .class("fine"), text: view.say("list.andMore", ["count": .number(count - Self.listedMax)]))
    }
}
