import Consultations
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// What a consultation's notice said since it was published: all of it in a list, each at an address that stays.
enum ConsultationVersionsView {
    static func list(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await ConsultationPageView.found(exchange, consultations)
        let versions = try await versions(reading, consultations)
        let view = View(exchange)
        return await view.page(head(view, reading, view.say("consultation.versions"))) {
            view.pageHead(
                kicker: reading.consultation.content.title, view.say("consultation.versions"),
                lead: view.say("consultation.versionsLead"))
            table(reading, versions, view)
        }
    }

    static func one(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await ConsultationPageView.found(exchange, consultations)
        let versions = try await versions(reading, consultations)
        guard let version = versions.first(where: { "\($0.number)" == exchange.value("version") }) else {
            throw .notFound
        }
        let view = View(exchange)
        let cited = cite(reading, version)
        if let file = cited.asked(exchange) { return file }
        var former = reading
        former.consultation.content = version.content
        former.consultation.cancelledWhy = version.cancelledWhy
        let sections = ConsultationSections(view: view, reading: former, isFormer: version.until != nil)
        let name = view.say("consultation.version", ["number": .number(version.number)])
        return await view.page(head(view, reading, name)) {
            view.html.element(.p, .class("notice")) {
                view.html.text(words(version, view))
                view.html.text(" ")
                view.link(
                    view.address("/consultations/\(reading.consultation.id)"), view.say("consultation.versionNow"))
            }
            sections.head()
            cited.write(view)
        }
    }

    /// What was read, by the number of its version.
    static func cite(_ reading: ConsultationReading, _ version: ConsultationVersion) -> Cite {
        let id = reading.consultation.id
        return Cite(
            key: "consultation-\(id)-v\(version.number)", title: version.content.title, author: reading.host.name,
            version: version.number, at: version.from, path: "/consultations/\(id)/versions/\(version.number)")
    }

    static func versions(
        _ reading: ConsultationReading, _ consultations: Consultations
    ) async throws(WebError) -> [ConsultationVersion] {
        let id = reading.consultation.id
        return try await WebError.running { () throws(WorkspaceError) in try await consultations.versions(of: id) }
    }

    private static func words(_ version: ConsultationVersion, _ view: View) -> String {
        let from = day(version.from, view)
        guard let until = version.until else {
            return view.say(
                "consultation.versionSince", ["number": .number(version.number), "from": .text(from)])
        }
        return view.say(
            "consultation.versionBetween",
            ["number": .number(version.number), "from": .text(from), "until": .text(day(until, view))])
    }

    private static func table(_ reading: ConsultationReading, _ versions: [ConsultationVersion], _ view: View) {
        let html = view.html
        view.table(view.say("consultation.versions")) {
            view.headRow([
                (view.say("consultation.versionNumber"), true), (view.say("consultation.versionTitle"), false),
                (view.say("consultation.versionFrom"), false), (view.say("consultation.versionUntil"), false),
            ])
            html.element(.tbody) {
                for version in versions {
                    html.element(.tr) {
                        html.element(.td, .class("n")) {
                            view.link(
                                view.address("/consultations/\(reading.consultation.id)/versions/\(version.number)"),
                                view.number(version.number))
                        }
                        html.element(.th, .scope("row")) {
                            html.element(
                                .bdi, .lang(version.content.language.rawValue), text: version.content.title)
                        }
                        html.element(.td) { moment(version.from, view) }
                        html.element(.td) {
                            if let until = version.until {
                                moment(until, view)
                            } else {
                                html.text(view.say("consultation.versionStands"))
                            }
                        }
                    }
                }
            }
        }
    }

    private static func moment(_ instant: String, _ view: View) {
        view.html.element(.time, .datetime(instant), text: day(instant, view))
    }

    private static func day(_ instant: String, _ view: View) -> String {
        CalendarDate(instant).map { view.date($0) } ?? instant
    }

    private static func head(_ view: View, _ reading: ConsultationReading, _ name: String) -> PageHead {
        let content = reading.consultation.content
        var head = PageHead(title: name + " · " + content.title)
        head.crumbs = [
            (view.address("/consultations"), view.say("consultation.title")),
            (view.address("/consultations/\(reading.consultation.id)"), content.title),
        ]
        return head
    }
}
