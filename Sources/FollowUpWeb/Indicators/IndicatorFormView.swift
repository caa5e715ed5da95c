import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// The form of an indicator, new or standing.
struct IndicatorFormView {
    let visit: Visit
    let view: View
    let standing: Indicator?
    let institutions: [Institution]

    static func draftName(_ id: IndicatorID?) -> String { "indicator/" + (id.map { "\($0)" } ?? "new") }

    private static func made(_ plans: Plans, _ visit: Visit) async throws(WebError) -> IndicatorFormView {
        do throws(WorkspaceError) {
            let id = IndicatorID(visit.exchange.value("id"))
            let standing: Indicator? =
                if let id { try await plans.indicators.find(id, visit.member).indicator } else { nil }
            return IndicatorFormView(
                visit: visit, view: View(visit), standing: standing,
                institutions: try await Institutions(plans.store).all(visit.member))
        } catch { throw WebError(error) }
    }

    static func answer(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let page = try await made(plans, visit)
        return await page.answer(try await .draft(draftName(page.standing?.id), plans, visit))
    }

    static func take(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        let page = try await made(plans, visit)
        let drafted = DraftedForm(name: draftName(page.standing?.id), plans: plans, visit: visit, form: form)
        return try await drafted.answer(
            back: .init(path: page.path), again: { typed throws(WebError) in await page.answer(typed) },
            act: { () throws(WorkspaceError) in
                let content = try Self.content(form)
                let saved: Indicator
                if let standing = page.standing {
                    guard let version = form.first(Conflict.versionField).flatMap({ Int($0) }) else {
                        throw .stale(standing.subject, version: standing.version)
                    }
                    saved = try await plans.indicators.edit(
                        standing.id, content, isWithdrawn: form.first("withdrawn") == "yes", version: version,
                        by: visit.member)
                } else {
                    saved = try await plans.indicators.add(content, by: visit.member)
                }
                return .init(path: visit.path("/indicators/\(saved.id)"))
            })
    }

    private var path: String {
        visit.path(standing.map { "/indicators/\($0.id)/edit" } ?? "/indicators/new")
    }
    private var html: HTMLWriter { view.html }

    private static func content(_ form: Query) throws(WorkspaceError) -> Indicator.Content {
        func text(_ name: String) -> String {
            let text = form.first(name) ?? ""
            return text.allSatisfy(\.isWhitespace) ? "" : text
        }
        guard let kind = Indicator.Kind(rawValue: text("kind")) else { throw .invalid("kind", "indicator.kindNeeded") }
        guard let direction = Indicator.Direction(rawValue: text("direction")) else {
            throw .invalid("direction", "indicator.directionNeeded")
        }
        let code = text("code")
        return Indicator.Content(
            code: code.isEmpty ? nil : code, title: text("title"), kind: kind, definition: text("definition"),
            unit: text("unit"), direction: direction, baseline: try mark("baseline", "baselineAt", text),
            target: try mark("target", "targetAt", text), source: text("source"),
            institution: InstitutionID(text("institution")), links: try links(text("links")))
    }

    /// A value with its time, both or neither.
    private static func mark(
        _ name: String, _ time: String, _ text: (String) -> String
    ) throws(WorkspaceError) -> Indicator.Mark? {
        let (value, at) = (text(name).filter { !$0.isWhitespace }, text(time).filter { !$0.isWhitespace })
        if value.isEmpty, at.isEmpty { return nil }
        guard let value = Quantity(value.contains(".") ? value : value.replacing(",", with: ".")) else {
            throw .invalid(name, "indicator.valueForm")
        }
        guard let at = ObservationPeriod(at) else { throw .invalid(time, "indicator.periodForm") }
        return Indicator.Mark(value, at: at)
    }

    /// `target:16.3 commitment:12`, in any order.
    private static func links(_ text: String) throws(WorkspaceError) -> Set<IndicatorLink> {
        var links: Set<IndicatorLink> = []
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
            guard let link = IndicatorListView.filterLink(String(word)), link.code.utf8.count <= 20 else {
                throw .invalid("links", "indicator.linksForm")
            }
            if link.kind != .target, Int64(link.code) == nil { throw .invalid("links", "indicator.linksForm") }
            links.insert(link)
        }
        return links
    }

    private func answer(_ typed: TypedForm) async -> Answer {
        let title = view.say(standing == nil ? "indicator.new" : "indicator.edit")
        var crumbs = [(address: view.address(visit.path("/indicators")), name: view.say("indicator.title"))]
        if let standing {
            crumbs.append((view.address(visit.path("/indicators/\(standing.id)")), standing.content.title))
        }
        let head = PageHead(title: title, place: .indicators, crumbs: crumbs)
        return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
            view.pageHead(title)
            view.formNotices(typed)
            view.reportingForm(path, version: standing?.version) {
                what(typed)
                marks(typed)
                if let standing {
                    view.checkbox(
                        "withdrawn", view.say("indicator.isWithdrawn"),
                        isOn: typed.isOn("withdrawn", standing.isWithdrawn))
                }
                view.draftButtons([("saves", "yes", view.say("indicator.save"))], hasDraft: typed.saved != nil)
            }
        }
    }

    private func what(_ typed: TypedForm) {
        let content = standing?.content
        view.textField(
            "title", view.say("field.title"), typed.value("title", content?.title), most: Indicators.titleCharactersMax)
        view.textField(
            "code", view.say("progress.field.code"), typed.value("code", content?.code),
            hint: view.say("indicator.codeHint"),
            most: 40, direction: "ltr")
        view.select(
            "kind", view.say("field.kind"),
            Indicator.Kind.allCases.map { ($0.rawValue, view.say("indicator.kindLong.\($0.rawValue)")) },
            chosen: typed.value("kind", content?.kind.rawValue ?? Indicator.Kind.outcome.rawValue))
        view.textArea(
            "definition", view.say("progress.field.definition"), typed.value("definition", content?.definition),
            language: view.words.tag, rows: 3)
        view.textField(
            "unit", view.say("progress.field.unit"), typed.value("unit", content?.unit),
            hint: view.say("indicator.unitHint"),
            most: 60)
        view.textField(
            "source", view.say("progress.field.source"), typed.value("source", content?.source),
            most: Observation.sourceCharactersMax)
        view.select(
            "institution", view.say("field.institution"),
            [("", view.say("progress.nobody"))] + institutions.map { ("\($0.id)", $0.name) },
            chosen: typed.value("institution", content?.institution.map { "\($0)" }))
    }

    private func marks(_ typed: TypedForm) {
        let content = standing?.content
        view.select(
            "direction", view.say("progress.field.direction"),
            Indicator.Direction.allCases.map { ($0.rawValue, view.say("indicator.direction.\($0.rawValue)")) },
            chosen: typed.value("direction", (content?.direction ?? .increase).rawValue))
        for (name, mark) in [("baseline", content?.baseline), ("target", content?.target)] {
            view.textField(
                name, view.say("progress.field.\(name)"), typed.value(name, mark.map { view.quantity($0.value) }),
                most: 30,
                direction: "ltr")
            view.textField(
                name + "At", view.say("progress.field.\(name)At"), typed.value(name + "At", mark?.at.code),
                hint: view.say("indicator.periodHint"), most: 10, direction: "ltr")
        }
        let links = content?.links.sorted().map { "\($0.kind.rawValue):\($0.code)" }.joined(separator: " ")
        view.textField(
            "links", view.say("field.links"), typed.value("links", links), hint: view.say("indicator.linksHint"),
            most: 2_000, direction: "ltr")
    }
}
