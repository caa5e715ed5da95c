import Assessments
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// One assessment under its permanent address, and what the same assessor said before and after of the same thing.
struct AssessmentPageView {
    let view: View
    let one: PublishedAssessment
    let beside: [PublishedAssessment]

    static func answer(_ exchange: Exchange, _ assessments: Assessments) async throws(WebError) -> Answer {
        guard let id = AssessmentID(exchange.value("id")) else { throw .notFound }
        let (one, beside) = try await WebError.running { () throws(WorkspaceError) in
            let one = try await assessments.published(id)
            guard let thing = one.thing else { return (one, [one]) }
            return (one, try await assessments.published(on: thing))
        }
        let view = View(exchange)
        let title = view.say(
            "assess.pageTitle", ["name": .text(view.assessorName(one)), "place": .text(view.assessedPlace(one))])
        var head = PageHead(title: title)
        head.crumbs = [(view.address("/assessments"), view.say("assess.title"))]
        if let state = one.state { head.crumbs.append((view.stateAddress(state), view.stateName(state))) }
        let cited = Cite(
            key: "assessment-\(one.id)", title: title, author: view.assessorName(one),
            at: one.published ?? one.words?.date?.description, path: one.path)
        if let file = cited.asked(exchange) { return file }
        return await view.page(head) {
            AssessmentPageView(view: view, one: one, beside: beside).write(title)
            cited.write(view)
        }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ title: String) {
        html.element(.article, .class("beside of-record")) {
            html.element(.div) {
                view.pageHead(kicker: view.say("assess.one"), title)
                said()
                history()
                others()
            }
            html.element(.aside, .label(view.say("record.facts"))) {
                html.element(.h2, .class("hidden"), text: view.say("record.facts"))
                html.element(.dl, .class("facts-list")) { facts() }
            }
        }
    }

    private func said() {
        guard let words = one.words else {
            html.element(.p, .class("marker"), .dir("auto"), text: view.standingWords(one) ?? "")
            html.element(.p, .class("hint"), text: view.say("assess.nothingLeftText"))
            return
        }
        html.element(.p, .class("lead")) {
            html.element(
                .strong, .dir("auto"), text: view.valueWords(words.value, words.scheme, words.content))
        }
        if case .superseded(let newer, _) = one.standing {
            html.element(.p, .class("hint")) {
                html.text(view.say("assess.earlier"))
                if let newer {
                    html.text(" ")
                    view.link(view.address("/assessments/\(newer)"), view.say("assess.toNewer"))
                }
            }
        }
        view.section("reasons", view.say("assess.why")) {
            if words.reasons.isEmpty {
                html.element(.p, .class("none"), text: view.say("assess.noReason"))
            } else {
                view.reasons(one)
                languages(words)
            }
        }
        view.section("evidence", view.say("assess.evidence")) {
            if words.evidence.isEmpty {
                html.element(.p, .class("none"), text: view.say("assess.noEvidence"))
            } else {
                view.evidenceLinks(words.evidence)
            }
        }
        values(words)
    }

    /// The same reasons in the other languages they were written in.
    private func languages(_ words: PublishedAssessment.Words) {
        let shown = one.reason(for: view.exchange.language)?.language
        for (tag, text) in words.reasons.sorted(by: { $0.key < $1.key }) where tag != shown {
            let name = view.names.endonym(tag.rawValue)
            view.fold(words.original == tag ? view.say("assess.originalIn", ["language": .text(name)]) : name) {
                html.element(.blockquote, .class("said"), .lang(tag.rawValue), .dir("auto")) {
                    for paragraph in text.split(whereSeparator: \.isNewline) {
                        html.element(.p, text: String(paragraph))
                    }
                }
            }
        }
    }

    /// All values of the scheme, so that a reader knows what was chosen among.
    private func values(_ words: PublishedAssessment.Words) {
        let values = words.content?.values.map(\.code) ?? words.scheme.standard?.values ?? []
        guard !values.isEmpty else { return }
        view.section("scheme", view.schemeName(words.scheme, words.content)) {
            if let standard = words.scheme.standard {
                html.element(.p, text: view.say("scheme.\(standard.rawValue).about"))
            } else if let about = words.content.flatMap({ SchemeContent.text($0.about, for: view.exchange.language) }) {
                html.element(.p, .lang(about.language), .dir("auto"), text: about.text)
            }
            html.element(.ol, .class("plain-list")) {
                for value in values {
                    html.element(.li) {
                        let text = view.valueWords(value, words.scheme, words.content)
                        if value == words.value {
                            html.element(.strong, .dir("auto"), text: text)
                        } else {
                            html.element(.span, .dir("auto"), text: text)
                        }
                    }
                }
            }
        }
    }

    private func history() {
        let own = beside.filter {
            $0.id != one.id && $0.assessor == one.assessor && $0.assessorName == one.assessorName && $0.part == one.part
        }
        guard !own.isEmpty else { return }
        view.section("history", view.say("assess.history"), view.say("assess.historyText")) {
            html.element(.ul, .class("plain-list")) {
                for other in own { html.element(.li) { line(other) } }
            }
        }
    }

    private func line(_ other: PublishedAssessment) {
        html.element(.a, .href(view.address(other.path)), .dir("auto")) {
            html.text(
                other.words.map { view.valueWords($0.value, $0.scheme, $0.content) } ?? view.say("assess.nothingLeft"))
        }
        if let date = other.words?.date { html.text(" · " + view.date(date)) }
        if let standing = view.standingWords(other) { html.element(.p, .class("hint"), .dir("auto"), text: standing) }
    }

    private func others() {
        guard let thing = one.thing, beside.contains(where: { $0.id != one.id }) else { return }
        html.element(.p) { view.link(view.address(thing.path) + "#assessments", view.say("assess.toThing")) }
    }

    private func facts() {
        view.fact(view.say("assess.who")) {
            html.element(.span, .dir("auto"), text: view.assessorName(one))
            html.element(.p, .class("hint"), text: view.assessorKind(one.assessor))
        }
        view.fact(view.say("assess.what")) {
            if let thing = one.thing {
                html.element(.a, .href(view.address(thing.path)), .dir("auto"), text: view.assessedPlace(one))
            } else {
                html.element(.span, .dir("auto"), text: view.assessedPlace(one))
                html.element(.p, .class("hint"), text: view.say("assess.notInRecord"))
            }
        }
        if let state = one.state { view.fact(view.say("facet.state")) { view.stateLink(state) } }
        if let words = one.words {
            view.fact(view.say("assess.scheme")) {
                html.element(.span, .dir("auto"), text: view.schemeName(words.scheme, words.content))
                if words.edition > 1 {
                    html.element(
                        .p, .class("hint"), text: view.say("assess.edition", ["number": .number(words.edition)]))
                }
            }
            view.fact(view.say("assess.when")) {
                if let date = words.date {
                    html.element(.time, .datetime(date.description), text: view.date(date))
                } else {
                    view.write("record.noDate")
                }
            }
        }
        view.fact(view.say("assess.source")) {
            html.text(view.assessmentOrigin(one))
            if case .package(let origin) = one.origin {
                html.element(.p, .class("hint"), text: view.say("assess.keyIs"))
                html.element(.p, .class("fingerprint"), .dir("ltr"), text: origin.fingerprint)
                if let address = origin.address {
                    html.element(.p) {
                        html.element(.a, .href(address), .custom("rel", "external nofollow noopener"), text: address)
                    }
                }
            }
        }
        view.fact(view.say("assess.address")) {
            html.element(.span, .dir("ltr"), text: view.exchange.site.publicAddress + one.path)
        }
    }
}
