import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// How far the State says it is with a commitment and each of its recommendations, and the form in which it says so.
struct StatementView {
    let visit: Visit
    let view: View
    let commitment: StatedCommitment
    let statements: [ImplementationStatement]

    static func answer(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm? = nil
    ) async throws(WebError) -> Answer {
        guard let id = CommitmentID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let commitment = try await plans.progress.commitment(id, visit.member)
            let statements = try await plans.progress.statements(id, visit.member)
            let subject = Subject(.commitment, id.value)
            let evidence = try await EvidencePart(subject, plans, visit)
            let comments = try await CommentsPart(subject, plans, visit)
            let page = StatementView(visit: visit, view: View(visit), commitment: commitment, statements: statements)
            let shown: TypedForm
            if let typed {
                shown = typed
            } else if visit.may(.clear) {
                let draft = try await plans.drafts.find(draftName(id), visit.member)
                shown = TypedForm(
                    fields: Query((draft?.fields ?? []).map { Query.Item(name: $0.name, value: $0.value) }),
                    saved: draft?.saved)
            } else {
                shown = TypedForm()
            }
            return await page.answer(shown, evidence, comments)
        } catch { throw WebError(error) }
    }

    static func draftName(_ id: CommitmentID) -> String { "statement/\(id)" }

    static func take(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = CommitmentID(visit.exchange.value("id")) else { throw .notFound }
        let path = visit.path("/progress/commitments/\(id)")
        let drafted = DraftedForm(name: draftName(id), plans: plans, visit: visit, form: form)
        return try await drafted.answer(
            back: .init(path: path), again: { typed throws(WebError) in try await answer(plans, visit, typed) },
            act: { () throws(WorkspaceError) in
                guard let status = form.first("status").flatMap({ ImplementationStatus(rawValue: $0) }) else {
                    throw .invalid("status", "progress.statusNeeded")
                }
                guard let stated = form.first("stated").flatMap({ CalendarDate($0) }) else {
                    throw .invalid("stated", "progress.statedDay")
                }
                // `0:3` is the whole at version 3, `17:2` its recommendation 17 at version 2.
                let part = (form.first("part") ?? "").split(separator: ":").compactMap { Int64($0) }
                guard part.count == 2 else { throw .notFound }
                _ = try await plans.progress.state(
                    status, reason: form.first("reason") ?? "", on: stated, id,
                    part[0] == 0 ? nil : PlannedRecommendationID(part[0]), version: Int(part[1]), by: visit.member)
                return .init(path: path)
            })
    }

    private var html: HTMLWriter { view.html }

    private func answer(_ typed: TypedForm, _ evidence: EvidencePart, _ comments: CommentsPart) async -> Answer {
        let head = PageHead(
            title: commitment.title, place: .progress,
            crumbs: [(view.address(visit.path("/progress")), view.say("progress.title"))])
        return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: view.say("statement.kicker"), commitment.title, lead: view.say("statement.lead"))
            view.formNotices(typed)
            standing()
            if visit.may(.clear) { form(typed) }
            said()
            evidence.write(view)
            comments.write(view)
        }
    }

    private func name(_ part: StatedCommitment.Part) -> String {
        guard let recommendation = part.recommendation else { return view.say("statement.whole") }
        return part.words.map { PlanTitle.short($0) }
            ?? view.say("statement.recommendation", ["id": .text("\(recommendation)")])
    }

    private func standing() {
        view.table(view.say("statement.kicker")) {
            view.headRow([(view.say("statement.part"), false), (view.say("field.status"), false)])
            html.element(.tbody) {
                for part in commitment.parts {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .dir("auto")) {
                            if let recommendation = part.recommendation {
                                view.link(view.recommendationAddress(recommendation), name(part))
                            } else {
                                html.text(name(part))
                            }
                        }
                        html.element(
                            .td, .class(part.status == nil ? "none" : ""),
                            text: part.status.map { view.say("progress.implementation.\($0.rawValue)") }
                                ?? view.say("progress.implementation.nothing"))
                    }
                }
            }
        }
    }

    private func form(_ typed: TypedForm) {
        view.section("state", view.say("statement.form"), view.say("statement.formLead")) {
            view.reportingForm(visit.path("/progress/commitments/\(commitment.id)")) {
                view.select(
                    "part", view.say("statement.part"),
                    commitment.parts.map { ("\($0.planned?.value ?? 0):\($0.version)", name($0)) },
                    chosen: typed.value("part", nil))
                view.select(
                    "status", view.say("field.status"),
                    ImplementationStatus.allCases.map {
                        ($0.rawValue, view.say("progress.implementation.\($0.rawValue)"))
                    },
                    chosen: typed.value("status", ImplementationStatus.underWay.rawValue))
                view.textField(
                    "stated", view.say("statement.stated"), typed.value("stated", nil), type: "date", most: 10,
                    direction: "ltr")
                view.textArea(
                    "reason", view.say("field.reason"), typed.value("reason", nil), language: view.words.tag, rows: 4)
                view.draftButtons([("states", "yes", view.say("statement.save"))], hasDraft: typed.saved != nil)
            }
        }
    }

    private func said() {
        view.section("said", view.say("statement.said")) {
            guard !statements.isEmpty else {
                html.element(.p, text: view.say("statement.none"))
                return
            }
            html.element(.ol, .class("said-list")) {
                for statement in statements {
                    html.element(.li) {
                        html.element(.p) {
                            html.element(
                                .strong, text: view.say("progress.implementation.\(statement.status.rawValue)"))
                            html.text(" ")
                            let part = commitment.parts.first { $0.planned == statement.planned }
                            html.text(part.map { name($0) } ?? view.say("statement.gone"))
                        }
                        html.element(.p, .class("words"), .dir("auto"), text: statement.reason)
                        html.element(.p, .class("hint")) {
                            html.text(view.date(statement.stated))
                            html.text(" ")
                            html.element(.bdi, text: statement.author)
                        }
                    }
                }
            }
        }
    }
}
