import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// One indicator: what is measured, where it stands, the values over time, and the forms that add to them.
struct IndicatorView {
    let visit: Visit
    let view: View
    let indicator: Indicator
    let observations: [Observation]
    let institutions: [Institution]

    static func answer(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm? = nil
    ) async throws(WebError) -> Answer {
        guard let id = IndicatorID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let (indicator, observations) = try await plans.indicators.find(id, visit.member)
            let institutions = try await Institutions(plans.store).all(visit.member)
            let evidence = try await EvidencePart(indicator.subject, plans, visit)
            let comments = try await CommentsPart(indicator.subject, plans, visit)
            let kept = try await plans.drafts.find(draftName(id), visit.member)
            let draft = TypedForm(
                fields: Query((kept?.fields ?? []).map { Query.Item(name: $0.name, value: $0.value) }),
                saved: kept?.saved)
            let page = IndicatorView(
                visit: visit, view: View(visit), indicator: indicator, observations: observations,
                institutions: institutions)
            return await page.answer(typed ?? draft, evidence, comments)
        } catch { throw WebError(error) }
    }

    static func draftName(_ id: IndicatorID) -> String { "observation/\(id)" }

    private var html: HTMLWriter { view.html }
    private var content: Indicator.Content { indicator.content }

    private func answer(_ typed: TypedForm, _ evidence: EvidencePart, _ comments: CommentsPart) async -> Answer {
        let head = PageHead(
            title: content.title, place: .indicators,
            crumbs: [(view.address(visit.path("/indicators")), view.say("indicator.title"))], isWide: true)
        let standing = IndicatorStanding(content, observations)
        return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: view.say("indicator.kind.\(content.kind.rawValue)"), content.title)
            view.formNotices(typed)
            if indicator.isWithdrawn { html.element(.p, .class("notice"), text: view.say("indicator.withdrawn")) }
            if !content.definition.isEmpty {
                html.element(.p, .class("words"), .dir("auto"), text: content.definition)
            }
            facts(standing)
            if visit.may(.editPlan) {
                html.element(.p) {
                    view.link(view.address(visit.path("/indicators/\(indicator.id)/edit")), view.say("indicator.edit"))
                }
            }
            IndicatorChart(view: view, content: content, series: IndicatorSeries.all(observations)).write(
                title: chartTitle(standing), caption: view.say("indicator.chartCaption", ["unit": .text(content.unit)]))
            values()
            if mayReport { observe(typed) }
            evidence.write(view)
            comments.write(view)
        }
    }

    private var mayReport: Bool {
        switch visit.member.reach(.reportProgress) {
        case .none: false
        case .own: visit.member.institution == content.institution
        case .all: true
        }
    }

    private func chartTitle(_ standing: IndicatorStanding) -> String {
        guard let latest = standing.latest, let value = latest.value else { return content.title }
        return view.say(
            "indicator.chartTitle",
            [
                "title": .text(content.title), "value": .text(view.quantity(value, content.unit)),
                "when": .text(view.period(latest.period)),
            ])
    }

    private func mark(_ mark: Indicator.Mark?) {
        if let mark {
            html.text(view.quantity(mark.value, content.unit))
            html.element(.span, .class("hint"), text: " " + view.period(mark.at))
        } else {
            view.write("progress.notSaid")
        }
    }

    private func facts(_ standing: IndicatorStanding) {
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("indicator.latest")) {
                mark(standing.latest.flatMap { latest in latest.value.map { Indicator.Mark($0, at: latest.period) } })
            }
            view.fact(view.say("progress.field.baseline")) { mark(content.baseline) }
            view.fact(view.say("progress.field.target")) { mark(content.target) }
            view.fact(view.say("progress.field.direction")) {
                view.write("indicator.direction.\(content.direction.rawValue)")
            }
            view.fact(view.say("indicator.courseHead")) {
                view.course(standing)
                if let change = standing.change, let before = standing.before {
                    html.text(" ")
                    view.write(
                        "indicator.changeSince",
                        ["change": .text(view.quantity(change)), "when": .text(view.period(before.at))])
                }
            }
            view.fact(view.say("indicator.distance")) { view.distance(standing, content) }
            if let share = standing.sharePercent {
                view.fact(view.say("indicator.share")) {
                    view.write("indicator.shareShown", ["percent": .number(share)])
                }
            }
            view.fact(view.say("field.institution")) {
                let name = institutions.first { $0.id == content.institution }?.name
                html.element(.span, .dir("auto"), text: name ?? view.say("progress.nobody"))
            }
            if !content.links.isEmpty { view.fact(view.say("field.links")) { links() } }
        }
    }

    private func links() {
        for (place, link) in content.links.sorted().enumerated() {
            if place > 0 { html.text(view.say("list.comma")) }
            switch link.kind {
            case .commitment:
                view.link(
                    view.address(visit.path("/progress/commitments/\(link.code)")),
                    view.say("indicator.link.commitment", ["id": .text(link.code)]))
            case .issue:
                view.link(
                    view.address("/issues/\(link.code)"), view.say("indicator.link.issue", ["id": .text(link.code)]))
            case .target:
                view.link(
                    view.topicAddress(.target, link.code), view.say("indicator.link.target", ["code": .text(link.code)])
                )
            }
        }
    }

    private func values() {
        guard !observations.isEmpty else { return }
        view.section("values", view.say("indicator.values")) {
            view.table(view.say("indicator.values"), style: "reports") {
                view.headRow([
                    (view.say("progress.field.period"), false), (view.say("indicator.who"), false),
                    (view.say("progress.field.value"), true), (view.say("progress.field.source"), false),
                    (view.say("field.note"), false),
                ])
                html.element(.tbody) {
                    for observation in observations.sorted(by: { ($1.period, $0.breakdown) < ($0.period, $1.breakdown) }
                    )
                    .prefix(200) {
                        row(observation)
                    }
                }
            }
            if observations.count > 200 {
                html.element(
                    .p, .class("hint"),
                    text: view.say("indicator.shownOf", ["shown": .number(200), "all": .number(observations.count)]))
            }
        }
    }

    private func row(_ observation: Observation) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                if mayReport {
                    view.link(
                        view.address(visit.path("/indicators/observations/\(observation.id)")),
                        view.period(observation.period))
                } else {
                    html.text(view.period(observation.period))
                }
            }
            html.element(.td, .dir("auto"), text: view.breakdown(observation.breakdown))
            html.element(
                .td, .class(observation.value == nil ? "n none" : "n"),
                text: observation.value.map { view.quantity($0) } ?? view.say("figure.noData"))
            html.element(.td, .dir("auto"), text: observation.source)
            html.element(.td, .dir("auto"), text: observation.note ?? "")
        }
    }

    private func observe(_ typed: TypedForm) {
        view.section("observe", view.say("indicator.observe"), view.say("indicator.observeLead")) {
            view.reportingForm(visit.path("/indicators/\(indicator.id)/observations")) {
                view.textField(
                    "period", view.say("progress.field.period"), typed.value("period", nil),
                    hint: view.say("indicator.periodHint"),
                    most: 10, direction: "ltr")
                view.textField(
                    "value", view.say("progress.field.value"), typed.value("value", nil),
                    hint: view.say("indicator.valueHint"),
                    most: 30, direction: "ltr")
                view.textField(
                    "source", view.say("progress.field.source"), typed.value("source", content.source),
                    most: Observation.sourceCharactersMax)
                html.element(.details) {
                    html.element(.summary, text: view.say("indicator.who"))
                    for part in ["sex", "age", "disability", "region", "population"] {
                        view.textField(
                            part, view.say("indicator.\(part)"), typed.value(part, nil), most: Breakdown.charactersMax)
                    }
                }
                view.textField("note", view.say("field.note"), typed.value("note", nil), most: 1_000)
                view.draftButtons([("observes", "yes", view.say("indicator.saveValue"))], hasDraft: typed.saved != nil)
            }
        }
    }
}
