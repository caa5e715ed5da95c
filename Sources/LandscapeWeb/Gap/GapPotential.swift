import Domain
import Frame
import Landscape
import Locales
import Markup

/// Needs without an offer, offers without a need, and those that fit each other.
struct GapPotential {
    let place: GapPlace
    let scope: GapScope
    let potential: Potential

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }

    func write() {
        view.section("potential", view.say("gap.potential.title"), view.say("gap.potential.text")) {
            if scope.person != nil {
                html.element(.p, .class("hint"), text: view.say("gap.offers.personUnsaid"))
            }
            html.element(.ul) {
                line(potential.unmet.count, "gap.potential.unmet", place.rows(.needs, scope, [("alone", "yes")]))
                if scope.person == nil {
                    line(
                        potential.unused.count, "gap.potential.unused", place.rows(.offers, scope, [("alone", "yes")]))
                }
                html.element(.li, text: view.say("gap.potential.pairs", ["count": .number(potential.pairCount)]))
            }
            if potential.isCut { html.element(.p, .class("hint"), text: view.say("gap.potential.cut")) }
            pairs()
        }
    }

    private func line(_ count: Int, _ key: String, _ address: String) {
        html.element(.li) {
            let text = view.say(key, ["count": .number(count)])
            if count > 0 { view.link(address, text) } else { html.text(text) }
        }
    }

    private func pairs() {
        guard !potential.pairs.isEmpty else { return }
        view.table(view.say("gap.potential.table")) {
            view.headRow(
                ["gap.potential.need", "cooperation.state", "gap.potential.offer", "gap.potential.common"]
                    .map { (view.say($0), false) })
            html.element(.tbody) {
                for pair in potential.pairs { html.element(.tr) { row(pair) } }
            }
        }
        if potential.pairCount > potential.pairs.count {
            html.element(
                .p, .class("hint"),
                text: view.say("gap.potential.shown", ["count": .number(potential.pairs.count)]))
        }
    }

    private func row(_ pair: PotentialPair) {
        var need = GapRow(thing: .need(pair.need), title: pair.needTitle, language: pair.needLanguage)
        need.isOwn = pair.isOwnNeed
        var offer = GapRow(thing: .offer(pair.offer), title: pair.offerTitle, language: pair.offerLanguage)
        offer.isOwn = pair.isOwnOffer
        html.element(.th, .scope("row")) { GapRowName(place: place, row: need).write() }
        html.element(.td) { view.link(place.state(pair.state), view.stateName(pair.state)) }
        html.element(.td) {
            GapRowName(place: place, row: offer).write()
            html.text(" ")
            html.element(.bdi, .class("soft"), text: pair.actor)
        }
        html.element(.td) {
            let themes = pair.themes.map { view.name(.theme, $0) }
            let kinds = pair.kinds.map { view.say("helpKind.\($0.rawValue)") }
            html.text((themes + kinds).joined(separator: view.say("list.comma")))
            if themes.isEmpty {
                if !kinds.isEmpty { html.text(view.say("list.comma")) }
                html.text(view.say("gap.potential.anyTheme"))
            }
        }
    }
}

/// A row's title as a link to its own page.
struct GapRowName {
    let place: GapPlace
    let row: GapRow

    func write() {
        let html = place.view.html
        let language = row.language?.rawValue
        guard let address = place.address(row) else {
            html.element(.bdi, .custom("lang", language), text: row.title)
            return
        }
        html.element(.a, .href(address), .custom("lang", language), .dir("auto"), text: row.title)
    }
}

/// An issue's name as a link.
struct GapIssueLine {
    let place: GapPlace
    let issue: GapIssue

    func name() {
        let name = place.issueName(issue.issue)
        place.view.html.element(
            .a, .href(place.view.address("/issues/\(issue.issue.id)")), .custom("lang", name.language?.rawValue),
            .dir("auto"), text: name.text)
    }
}
