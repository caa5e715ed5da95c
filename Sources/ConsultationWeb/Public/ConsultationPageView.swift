import Consultations
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// A consultation as everybody reads it, whole or as what is printed of it.
enum ConsultationPageView {
    static func answer(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await found(exchange, consultations)
        let view = View(exchange)
        let sections = ConsultationSections(view: view, reading: reading)
        let html = view.html
        let versions = try await ConsultationVersionsView.versions(reading, consultations)
        guard let last = versions.last else { throw .notFound }
        let cited = ConsultationVersionsView.cite(reading, last)
        if let file = cited.asked(exchange) { return file }
        return await view.page(head(view, reading.consultation.content.title)) {
            sections.head()
            html.element(.p, .class("actions")) {
                if reading.isOpen, reading.consultation.content.takesOutsiders {
                    html.element(
                        .a, .class("button"),
                        .href(view.address("/consultations/\(reading.consultation.id)/contribute")),
                        text: view.say("consultation.contribute"))
                }
                link("/agenda", "consultation.printAgenda", reading, view)
                if reading.consultation.summaryPublished != nil {
                    link("/summary", "consultation.printSummary", reading, view)
                }
                link("/contributions.csv", "consultation.csvContributions", reading, view)
                if versions.count > 1 { link("/versions", "consultation.versions", reading, view) }
            }
            sections.agenda()
            if reading.consultation.summaryPublished != nil { sections.summary() }
            sections.invited()
            sections.contributions()
            cited.write(view)
        }
    }

    private static func link(_ rest: String, _ key: String, _ reading: ConsultationReading, _ view: View) {
        view.link(view.address("/consultations/\(reading.consultation.id)\(rest)"), view.say(key))
        view.html.text(" ")
    }

    static func agenda(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await found(exchange, consultations)
        let view = View(exchange)
        let sections = ConsultationSections(view: view, reading: reading)
        return await view.page(part(view, reading, "consultation.agenda")) {
            sections.head()
            sections.agenda()
        }
    }

    static func summary(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await found(exchange, consultations)
        guard reading.consultation.summaryPublished != nil else { throw .notFound }
        let view = View(exchange)
        let sections = ConsultationSections(view: view, reading: reading)
        let cited = Set(reading.parts.flatMap(\.citations))
        var only = reading
        only.contributions = reading.contributions.filter { cited.contains($0.id) }
        let sources = ConsultationSections(view: view, reading: only)
        return await view.page(part(view, reading, "consultation.summary")) {
            sections.head()
            sections.summary()
            sources.contributions()
        }
    }

    static func found(
        _ exchange: Exchange, _ consultations: Consultations
    ) async throws(WebError) -> ConsultationReading {
        guard let id = ConsultationID(exchange.value("id")) else { throw .notFound }
        return try await WebError.running { () throws(WorkspaceError) in try await consultations.published(id) }
    }

    private static func head(_ view: View, _ title: String) -> PageHead {
        var head = PageHead(title: title)
        head.crumbs = [(view.address("/consultations"), view.say("consultation.title"))]
        return head
    }

    private static func part(_ view: View, _ reading: ConsultationReading, _ key: String) -> PageHead {
        let content = reading.consultation.content
        var head = head(view, view.say(key) + " · " + content.title)
        head.crumbs.append((view.address("/consultations/\(reading.consultation.id)"), content.title))
        return head
    }
}
