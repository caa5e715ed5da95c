import Domain
import Frame
import Locales
import Markup
import Programmes

/// Who, where, when, under which codes, and where it is said.
struct ProgrammeFactsList {
    let page: ProgrammePageView

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }
    private var activity: Activity { page.activity }

    func write() {
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("programme.column.status")) {
                html.text(view.programmeStatus(page.programme.status))
            }
            view.fact(view.say("programme.column.period")) {
                html.text(view.programmePeriod(activity.starts, activity.ends))
            }
            view.fact(view.say("programme.modality")) {
                html.text(
                    page.programme.modality.map { view.say("programme.modality.\($0.rawValue)") }
                        ?? view.say("programme.modality.none"))
            }
            view.fact(view.say("programme.column.states")) { states() }
            sectors()
            actors()
            goals()
            ProgrammeCodes(page: page).write()
            view.fact(view.say("programme.identifier")) {
                html.element(.bdi, text: page.programme.identifier)
            }
            view.fact(view.say("programme.source")) { source() }
        }
    }

    private func states() {
        if page.whole.states.isEmpty, activity.countries.isEmpty, activity.regions.isEmpty {
            html.text(view.say("programme.noStates"))
        }
        for (index, state) in page.whole.states.enumerated() {
            if index > 0 { html.text(view.say("list.comma")) }
            view.stateLink(state.code)
            share(state.share)
        }
        // What is no State here keeps the publisher's own name.
        let others = activity.countries.filter { page.codes.state($0.code) == nil } + activity.regions
        for (index, other) in others.enumerated() {
            if index > 0 || !page.whole.states.isEmpty { html.text(view.say("list.comma")) }
            if other.names.isEmpty {
                html.element(.bdi, text: page.codes.name(other.code, in: .region) ?? other.code)
            } else {
                view.narrative(other.names)
            }
            share(other.percentage)
        }
    }

    private func share(_ percentage: Percentage?) {
        guard let percentage else { return }
        html.text(" ")
        html.element(.span, .class("hint"), text: view.say("programme.share", ["share": .text(percentage.text)]))
    }

    private func sectors() {
        let sectors = activity.sectors.filter { !["7", "8", "9"].contains($0.vocabulary) }
        guard !sectors.isEmpty else { return }
        view.fact(view.say("programme.filter.sector")) {
            html.element(.ul, .class("programme-sectors")) {
                for sector in sectors {
                    html.element(.li) {
                        html.element(.bdi, text: sector.code)
                        html.text(" ")
                        let isDAC = (sector.vocabulary ?? "1") == "1"
                        if let name = isDAC ? page.codes.name(sector.code, in: .sector) : nil {
                            html.element(.span, .lang("en"), text: name)
                        } else {
                            view.narrative(sector.names)
                        }
                        share(sector.percentage)
                        if isDAC, let entry = page.codes.themes(ofSector: sector.code) {
                            html.text(" ")
                            for theme in entry.themes {
                                html.element(.span, .class("chip"), text: view.name(.theme, theme))
                            }
                        }
                    }
                }
            }
        }
    }

    private func actors() {
        guard !activity.participants.isEmpty else { return }
        for role in ["1", "2", "3", "4"] {
            let found = activity.participants.filter { $0.role == role }
            guard !found.isEmpty else { continue }
            view.fact(view.say("programme.role.\(role)")) {
                for (index, organisation) in found.enumerated() {
                    if index > 0 { html.text(view.say("list.comma")) }
                    let actor = ProgrammeActor(
                        reference: organisation.reference ?? "",
                        name: organisation.names.best(for: .english)?.text ?? "")
                    html.element(.a, .href(view.address("/programmes", [("partner", actor.key)]))) {
                        if organisation.names.isEmpty {
                            html.element(.bdi, text: actor.reference)
                        } else {
                            view.narrative(organisation.names)
                        }
                    }
                }
            }
        }
    }

    private func goals() {
        guard !activity.goals.isEmpty else { return }
        view.fact(view.say("programme.goals")) {
            for (index, goal) in activity.goals.enumerated() {
                if index > 0 { html.text(view.say("list.comma")) }
                let name = view.name(goal.contains(".") ? .target : .goal, goal)
                html.text(name == goal ? goal : "\(goal) \(name)")
            }
        }
    }

    private func source() {
        let arguments: KeyValuePairs<String, Argument> = ["when": .text(day)]
        view.write(
            page.programme.origin == .made ? "programme.source.made" : "programme.source.file", arguments
        ) { _ in html.element(.bdi, text: page.programme.source) }
    }

    private var day: String {
        CalendarDate(page.programme.updated.prefix(10)).map { view.date($0) }
            ?? CalendarDate(page.programme.changed.prefix(10)).map { view.date($0) } ?? ""
    }
}
