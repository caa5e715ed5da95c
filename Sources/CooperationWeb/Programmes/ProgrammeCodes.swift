import Domain
import Frame
import Locales
import Markup
import Programmes

/// The standard's own codes of a programme: scope, kind of money, whether it is tied, markers, and whom to ask. Names are the lists' own,
/// in English.
struct ProgrammeCodes {
    let page: ProgrammePageView

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }
    private var activity: Activity { page.activity }

    func write() {
        let codes: [(key: String, code: String?, list: AidList)] = [
            ("scope", activity.scope, .scope), ("flow", activity.flowType, .flowType),
            ("finance", activity.financeType, .financeType), ("tied", activity.tiedStatus, .tiedStatus),
        ]
        for entry in codes {
            guard let code = entry.code else { continue }
            view.fact(view.say("programme.code.\(entry.key)")) { name(code, entry.list) }
        }
        let aid = activity.aidTypes.filter { $0.vocabulary == "1" }
        if !aid.isEmpty {
            view.fact(view.say("programme.code.aid")) { list(aid.map { ($0.code, nil) }, .aidType) }
        }
        // A marker of significance 0 says that it was looked at and is no aim.
        let markers = activity.policyMarkers.filter {
            ($0.marker.vocabulary ?? "1") == "1" && !["0", "4"].contains($0.significance)
        }
        if !markers.isEmpty {
            view.fact(view.say("programme.code.markers")) {
                list(markers.map { ($0.marker.code, $0.marker.names) }, .policyMarker)
            }
        }
        contacts()
    }

    private func list(_ codes: [(code: String, names: [Narrative]?)], _ list: AidList) {
        for (index, entry) in codes.enumerated() {
            if index > 0 { html.text(view.say("list.comma")) }
            name(entry.code, list)
        }
    }

    private func name(_ code: String, _ list: AidList) {
        html.element(.bdi, text: code)
        guard let name = page.codes.name(code, in: list) else { return }
        html.text(" ")
        html.element(.span, .lang("en"), .dir("auto"), text: name)
    }

    private func contacts() {
        let contacts = activity.contacts
        guard !contacts.isEmpty else { return }
        view.fact(view.say("programme.contact")) {
            for (index, contact) in contacts.prefix(5).enumerated() {
                if index > 0 { html.empty(.br) }
                for narratives in [contact.organisation, contact.person] where !narratives.isEmpty {
                    view.narrative(narratives)
                    html.text(" ")
                }
                for email in contact.emails {
                    html.element(.a, .href("mailto:\(email)"), .dir("ltr"), text: email)
                    html.text(" ")
                }
                for website in contact.websites {
                    view.outsideLink(website) { html.element(.bdi, text: website) }
                    html.text(" ")
                }
            }
        }
    }
}
