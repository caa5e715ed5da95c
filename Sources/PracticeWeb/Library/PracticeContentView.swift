import Domain
import Frame
import Locales
import Markup
import Practices

/// What an edition of a practice says, for whoever may read it: its texts in one language, and its facts.
struct PracticeContentView {
    let view: View
    let content: PracticeContent
    let text: PracticeText
    /// Where other language versions are read; their tag is added.
    let path: String
    var issues: [NamedIssue] = []
    var recommendations: [NamedRecommendation] = []

    /// The version that was asked for, else the reader's.
    static func text(_ content: PracticeContent, _ exchange: Exchange) -> PracticeText? {
        if let asked = PracticeAsked.asked("version", exchange),
            let text = content.texts.first(where: { $0.language.rawValue == asked })
        {
            return text
        }
        return content.text(for: exchange.language)
    }

    private var html: HTMLWriter { view.html }

    func head() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker")) {
                view.link(view.address("/practices/shelves/\(content.shelf.rawValue)"), view.shelf(content.shelf))
                html.text(" · ")
                view.whereabouts(content)
            }
            html.element(.h1, .lang(text.language.rawValue), .dir("auto"), text: text.title)
            if !text.summary.isEmpty {
                html.element(
                    .p, .class("lead"), .lang(text.language.rawValue), .dir("auto"), text: text.summary)
            }
            versions()
        }
    }

    /// Each version with what it is: the original, or another that a person wrote.
    private func versions() {
        html.element(.p, .class("hint practice-versions")) {
            html.text(view.say("practice.versions"))
            html.text(" ")
            for (place, version) in content.texts.enumerated() {
                if place > 0 { html.text(view.say("list.comma")) }
                if version.language == text.language {
                    html.element(.strong, .lang(version.language.rawValue), text: view.endonym(version.language))
                } else {
                    html.element(
                        .a, .href(view.address(path, [("version", version.language.rawValue)])),
                        .lang(version.language.rawValue), .hreflang(version.language.rawValue),
                        text: view.endonym(version.language))
                }
                if version.isOriginal {
                    html.text(" ")
                    html.text(view.say("practice.original"))
                }
            }
        }
    }

    func sections() {
        part("worked", text.worked)
        part("means", text.means, hint: "practice.nothing.means")
        if !text.duration.isEmpty { part("duration", text.duration) }
        if !text.staff.isEmpty { part("staff", text.staff) }
        // Asked for and not answered is something to know.
        part("failed", text.failed, hint: "practice.nothing.failed")
        part("conditions", text.conditions, hint: "practice.nothing.conditions")
        part("concerned", text.concerned, hint: "practice.nothing.concerned")
        view.section("evidence", view.say("practice.part.evidence")) {
            if !text.evidence.isEmpty { view.written(text.evidence, text.language) }
            if text.evidence.isEmpty, content.documents.isEmpty {
                html.element(.p, .class("none"), text: view.say("practice.nothing.evidence"))
            }
            if !content.documents.isEmpty {
                html.element(.ul, .class("plain-list")) {
                    for document in content.documents {
                        html.element(.li) {
                            if document.address.isEmpty {
                                html.element(.bdi, text: document.title)
                            } else {
                                view.outside(document.address, document.title)
                            }
                        }
                    }
                }
            }
        }
        answers()
    }

    private func part(_ name: String, _ words: String, hint: String = "practice.nothing.worked") {
        view.section(name, view.say("practice.part.\(name)")) {
            if words.isEmpty {
                html.element(.p, .class("none"), text: view.say(hint))
            } else {
                view.written(words, text.language)
            }
        }
    }

    private func answers() {
        guard !issues.isEmpty || !recommendations.isEmpty else { return }
        view.section("answers", view.say("practice.answers")) {
            html.element(.ul, .class("plain-list")) {
                for issue in issues { html.element(.li) { view.issueName(issue) } }
                for recommendation in recommendations {
                    html.element(.li) { view.recommendationName(recommendation) }
                }
            }
        }
    }

    /// Members of a list of facts.
    func facts() {
        if content.isPlaceWithheld, content.state == nil {
            view.fact(view.say("practice.where")) {
                if let region = content.region {
                    view.link(view.topicAddress(.region, region), view.name(.region, region))
                    html.text(" ")
                }
                html.element(.span, .class("none"), text: view.say("practice.placeWithheld"))
            }
        } else {
            view.fact(view.say("practice.where")) {
                view.whereabouts(content)
                if !text.place.isEmpty {
                    html.element(.p, .lang(text.language.rawValue), .dir("auto"), text: text.place)
                }
            }
        }
        view.fact(view.say("practice.when")) { html.text(view.period(content.from, content.until)) }
        view.fact(view.say("cooperation.kinds")) {
            html.text(content.kinds.isEmpty ? view.say("cooperation.notSaid") : view.kindsOfHelp(content.kinds))
        }
        view.fact(view.say("practice.cost")) { html.element(.bdi, text: view.cost(content.cost)) }
        topics("cooperation.themes", content.themes.map { ($0, view.topicAddress(.theme, $0), view.name(.theme, $0)) })
        topics("practice.persons", content.persons.map { ($0, view.topicAddress(.person, $0), view.name(.person, $0)) })
        topics(
            "cooperation.goals",
            content.goals.map { code in
                let isTarget = code.contains(".")
                return (
                    code, view.topicAddress(isTarget ? .target : .sdg, code),
                    code + " " + view.name(isTarget ? .target : .goal, code)
                )
            })
    }

    private func topics(_ key: String, _ topics: [(code: String, address: String, name: String)]) {
        guard !topics.isEmpty else { return }
        view.fact(view.say(key)) {
            for (place, topic) in topics.enumerated() {
                if place > 0 { html.text(view.say("list.comma")) }
                view.link(topic.address, topic.name)
            }
        }
    }

    func contact() {
        view.fact(view.say("cooperation.contact")) {
            guard content.contact != PracticeContact() else {
                html.element(
                    .span, .class("none"),
                    text: view.say(
                        content.isContactWithheld || content.isAnonymous
                            ? "practice.contactWithheld" : "cooperation.noneNamed"))
                return
            }
            if !content.contact.office.isEmpty { html.element(.p) { html.element(.bdi, text: content.contact.office) } }
            if !content.contact.email.isEmpty {
                html.element(.p) {
                    html.element(
                        .a, .href("mailto:" + content.contact.email), .dir("ltr"), text: content.contact.email)
                }
            }
        }
    }
}
