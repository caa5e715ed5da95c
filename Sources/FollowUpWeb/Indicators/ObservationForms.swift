import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// Values that are typed in: a new one, and the correction of one.
enum ObservationForms {
    /// Takes the form of a new value.
    static func add(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = IndicatorID(visit.exchange.value("id")) else { throw .notFound }
        let path = visit.path("/indicators/\(id)")
        let drafted = DraftedForm(name: IndicatorView.draftName(id), plans: plans, visit: visit, form: form)
        return try await drafted.answer(
            back: .init(path: path, fragment: "#observe"),
            again: { typed throws(WebError) in try await IndicatorView.answer(plans, visit, typed) },
            act: { () throws(WorkspaceError) in
                guard let period = ObservationPeriod((form.first("period") ?? "").filter { !$0.isWhitespace }) else {
                    throw .invalid("period", "indicator.periodForm")
                }
                func part(_ name: String) -> String {
                    (form.first(name) ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                let breakdown = Breakdown(
                    sex: part("sex"), age: part("age"), disability: part("disability"), region: part("region"),
                    population: part("population"))
                _ = try await plans.indicators.observe(
                    ObservationDraft(
                        indicator: id, period: period, breakdown: breakdown, value: try value(form, visit),
                        source: form.first("source") ?? "", note: note(form)), by: visit.member)
                return .init(path: path, fragment: "#values")
            })
    }

    /// Takes the correction of a value.
    static func correct(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = ObservationID(visit.exchange.value("id")),
            let version = form.first(Conflict.versionField).flatMap({ Int($0) })
        else { throw .notFound }
        do throws(WorkspaceError) {
            let new = try await plans.indicators.correct(
                id, value: try value(form, visit), source: form.first("source") ?? "", note: note(form),
                version: version,
                by: visit.member)
            return .seeOther(
                View(visit).address(visit.path("/indicators/\(new.indicator)"), [("said", "done")]) + "#values")
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await page(plans, visit, TypedForm(fields: form, troubles: troubles))
        }
    }

    /// The form that corrects a value.
    static func page(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm = TypedForm()
    ) async throws(WebError) -> Answer {
        guard let id = ObservationID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let (indicator, observation) = try await plans.indicators.observation(id, visit.member)
            let view = View(visit)
            let html = view.html
            let head = PageHead(
                title: view.say("indicator.correct"), place: .indicators,
                crumbs: [
                    (view.address(visit.path("/indicators")), view.say("indicator.title")),
                    (view.address(visit.path("/indicators/\(indicator.id)")), indicator.content.title),
                ])
            return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
                view.pageHead(
                    kicker: view.period(observation.period), view.say("indicator.correct"),
                    lead: view.breakdown(observation.breakdown))
                view.formNotices(typed)
                view.reportingForm(visit.path("/indicators/observations/\(id)"), version: observation.version) {
                    view.textField(
                        "value", view.say("progress.field.value"),
                        typed.value("value", observation.value.map { view.quantity($0) }),
                        hint: view.say("indicator.valueHint"), most: 30, direction: "ltr")
                    view.textField(
                        "source", view.say("progress.field.source"), typed.value("source", observation.source),
                        most: Observation.sourceCharactersMax)
                    view.textField("note", view.say("field.note"), typed.value("note", observation.note), most: 1_000)
                    html.element(.p) { view.submitButton(view.say("indicator.saveValue")) }
                }
            }
        } catch { throw WebError(error) }
    }

    /// The value as typed, with the reader's sign for decimals or a point; nothing typed is no figure.
    private static func value(_ form: Query, _ visit: Visit) throws(WorkspaceError) -> Quantity? {
        let text = (form.first("value") ?? "").filter { !$0.isWhitespace }
        if text.isEmpty { return nil }
        let isComma = text.contains(",") && !text.contains(".")
        guard let value = Quantity(isComma ? text.replacing(",", with: ".") : text) else {
            throw .invalid("value", "indicator.valueForm")
        }
        return value
    }

    private static func note(_ form: Query) -> String? {
        let note = form.first("note") ?? ""
        return note.allSatisfy(\.isWhitespace) ? nil : note
    }
}
