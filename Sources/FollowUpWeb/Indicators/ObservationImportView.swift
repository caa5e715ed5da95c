import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// A file of values: the form that takes it, what it would change, and taking it over.
enum ObservationImportView {
    static let parameters = [
        Parameter(
            name: "indicator", form: .number,
            summary: "Whose values the file has, where it names no indicator.")
    ]
    private static let linesShownMax = 200

    // MARK: The form

    static func form(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm = TypedForm(), refusal: ImportRefusal? = nil
    ) async throws(WebError) -> Answer {
        do throws(WorkspaceError) {
            let indicators = try await plans.indicators.page(IndicatorFilter(), limit: 200, visit.member)
            let view = View(visit)
            let head = PageHead(
                title: view.say("indicator.import"), place: .indicators,
                crumbs: [(view.address(visit.path("/indicators")), view.say("indicator.title"))])
            let isWrong = refusal != nil || !typed.troubles.isEmpty
            return await view.page(head, status: isWrong ? 400 : 200) {
                view.pageHead(view.say("indicator.import"), lead: view.say("indicator.importLead"))
                view.formNotices(typed)
                if let refusal { refused(refusal, view) }
                fields(indicators.map(\.indicator), typed, visit, view)
                view.section("columns", view.say("indicator.columns"), view.say("indicator.columnsText")) {
                    view.html.element(.pre, .dir("ltr")) {
                        view.html.text("code;period;value;sex;age;disability;region;group;source;note\n")
                        view.html.text("16.1.1;2024;3.2;female;;;;;;\n")
                    }
                }
            }
        } catch { throw WebError(error) }
    }

    private static func fields(_ indicators: [Indicator], _ typed: TypedForm, _ visit: Visit, _ view: View) {
        let html = view.html
        let asked = visit.exchange.query.first("indicator")
        html.element(
            .form, .class("fields"), .method("post"), .custom("enctype", "multipart/form-data"),
            .action(view.address(visit.path("/indicators/import")))
        ) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            view.select(
                "indicator", view.say("indicator.importFor"),
                [("", view.say("indicator.importByCode"))] + indicators.map { ("\($0.id)", $0.content.title) },
                chosen: typed.value("indicator", asked), hint: view.say("indicator.importForHint"))
            view.select(
                "point", view.say("indicator.point.title"),
                ImportOptions.Point.allCases.map { ($0.rawValue, view.say("indicator.point.\($0.rawValue)")) },
                chosen: typed.value("point", ImportOptions.Point.point.rawValue), hint: view.say("indicator.pointHint"))
            view.textField(
                "source", view.say("progress.field.source"), typed.value("source", nil),
                hint: view.say("indicator.importSourceHint"), most: Observation.sourceCharactersMax)
            view.field("file", view.say("evidence.file"), hint: view.say("indicator.importFileHint")) { hint in
                html.empty(.input, .class("input"), .type("file"), .id("file"), .name("file"), .describedBy(hint))
            }
            html.element(.p) { view.submitButton(view.say("indicator.importSend")) }
        }
    }

    private static func refused(_ refusal: ImportRefusal, _ view: View) {
        let html = view.html
        html.element(.div, .class("notice problem"), .role("alert")) {
            switch refusal {
            case .unreadable(let reason):
                html.element(.p, text: view.say("indicator.refused.unreadable"))
                html.element(.p, .lang("en"), .dir("ltr"), text: reason)
            case .noHeadings(let seen):
                html.element(.p, text: view.say("indicator.refused.headings"))
                if !seen.isEmpty {
                    html.element(.p) {
                        html.text(view.say("indicator.refused.seen") + " ")
                        html.element(.bdi, text: seen.joined(separator: " | "))
                    }
                }
            case .tooLarge(let most):
                html.element(.p, text: view.say("indicator.refused.large", ["most": .number(most)]))
            case .notSDMX(let part):
                html.element(.p) {
                    view.write("indicator.refused.sdmx") { _ in html.element(.code, .dir("ltr"), text: part) }
                }
            }
        }
    }

    static func receive(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let upload = try await EvidenceUpload.read(visit, fileBytesMax: Indicators.importBytesMax)
        let options = ImportOptions(
            point: upload.fields.first("point").flatMap { ImportOptions.Point(rawValue: $0) } ?? .point,
            source: upload.fields.first("source") ?? "")
        do {
            guard let file = upload.file else { throw WorkspaceError.invalid("file", "evidence.fileEmpty") }
            let id = try await plans.indicators.receive(
                file.name, file.bytes, for: upload.fields.first("indicator").flatMap { IndicatorID($0) }, options,
                by: visit.member)
            return .seeOther(View(visit).address(visit.path("/indicators/import/\(id)")))
        } catch let refusal as ImportRefusal {
            return try await form(plans, visit, TypedForm(fields: upload.fields), refusal: refusal)
        } catch WorkspaceError.invalid(let troubles) {
            return try await form(plans, visit, TypedForm(fields: upload.fields, troubles: troubles))
        } catch { throw web(error) }
    }

    /// What was thrown among the errors of a workspace, or the program's own fault.
    private static func web(_ error: any Error) -> WebError {
        if let own = error as? WorkspaceError { return WebError(own) }
        if let own = error as? WebError { return own }
        return .failed("\(error)")
    }

    // MARK: The preview

    static func preview(
        _ plans: Plans, _ visit: Visit, _ troubles: [WorkspaceError.Trouble] = []
    ) async throws(WebError) -> Answer {
        guard let id = ObservationImportID(visit.exchange.value("id")) else { throw .notFound }
        do {
            let preview = try await plans.indicators.preview(id, visit.member)
            let ids = Set(preview.lines.map { Subject(.indicator, $0.draft.indicator.value) })
            let titles = try await plans.titles.of(Array(ids), visit.member)
            let view = View(visit)
            let head = PageHead(
                title: view.say("indicator.preview"), place: .indicators,
                crumbs: [
                    (view.address(visit.path("/indicators")), view.say("indicator.title")),
                    (view.address(visit.path("/indicators/import")), view.say("indicator.import")),
                ], isWide: true)
            return await view.page(head, status: troubles.isEmpty ? 200 : 409) {
                view.pageHead(kicker: preview.file.name, view.say("indicator.preview"))
                view.formNotices(TypedForm(troubles: troubles))
                summary(preview, visit, view)
                faults(preview.faults, view)
                lines(preview.lines, titles, view)
            }
        } catch { throw web(error) }
    }

    private static func summary(_ preview: ImportPreview, _ visit: Visit, _ view: View) {
        let html = view.html
        let new = preview.count { $0 == .new }
        let same = preview.count { $0 == .same }
        let changed = preview.lines.count - new - same
        html.element(.ul, .class("plain-list")) {
            html.element(.li, text: view.say("indicator.preview.new", ["count": .number(new)]))
            html.element(.li, text: view.say("indicator.preview.changed", ["count": .number(changed)]))
            html.element(.li, text: view.say("indicator.preview.same", ["count": .number(same)]))
            html.element(.li, text: view.say("indicator.preview.wrong", ["count": .number(preview.faults.count)]))
            if !preview.passedOver.isEmpty {
                html.element(.li) {
                    html.text(view.say("indicator.preview.passed") + " ")
                    html.element(.bdi, text: preview.passedOver.prefix(20).joined(separator: ", "))
                }
            }
        }
        guard preview.file.status == .waiting else {
            html.element(.p, .class("notice"), text: view.say("indicator.import.\(preview.file.status.rawValue)"))
            return
        }
        view.reportingForm(visit.path("/indicators/import/\(preview.file.id)"), version: preview.file.version) {
            html.element(.p, .class("actions")) {
                if new + changed > 0 {
                    view.submitButton(view.say("indicator.take", ["count": .number(new + changed)]), name: "take")
                }
                view.submitButton(view.say("indicator.drop"), name: "drop", isPlain: true)
            }
        }
    }

    private static func faults(_ faults: [ImportFault], _ view: View) {
        guard !faults.isEmpty else { return }
        let html = view.html
        view.section("faults", view.say("indicator.faults"), view.say("indicator.faultsLead")) {
            view.table(view.say("indicator.faults")) {
                view.headRow([
                    (view.say("indicator.row"), true), (view.say("indicator.column"), false),
                    (view.say("indicator.seen"), false), (view.say("indicator.wrong"), false),
                ])
                html.element(.tbody) {
                    for fault in faults.prefix(linesShownMax) {
                        html.element(.tr) {
                            html.element(.td, .class("n"), text: "\(fault.place.row)")
                            html.element(.td, .dir("ltr"), text: fault.place.column)
                            html.element(
                                .td, .dir("auto"), text: fault.seen.isEmpty ? view.say("workspace.noValue") : fault.seen
                            )
                            html.element(.td, text: view.say("indicator.fault.\(fault.reason.rawValue)"))
                        }
                    }
                }
            }
            shown(faults.count, view)
        }
    }

    private static func shown(_ count: Int, _ view: View) {
        guard count > linesShownMax else { return }
        view.html.element(
            .p, .class("hint"),
            text: view.say("indicator.shownOf", ["shown": .number(linesShownMax), "all": .number(count)]))
    }

    private static func lines(_ lines: [ImportPreview.Line], _ titles: [Subject: String], _ view: View) {
        guard !lines.isEmpty else { return }
        let html = view.html
        view.section("lines", view.say("indicator.values")) {
            view.table(view.say("indicator.values"), style: "reports") {
                view.headRow([
                    (view.say("indicator.row"), true), (view.say("progress.field.indicator"), false),
                    (view.say("progress.field.period"), false), (view.say("indicator.who"), false),
                    (view.say("indicator.standing"), true), (view.say("progress.field.value"), true),
                    (view.say("indicator.effect"), false),
                ])
                html.element(.tbody) {
                    // What changes something stands first.
                    for line in lines.sorted(by: { rank($0) < rank($1) }).prefix(linesShownMax) {
                        row(line, titles, view)
                    }
                }
            }
            shown(lines.count, view)
        }
    }

    private static func rank(_ line: ImportPreview.Line) -> (Int, ImportPlace) {
        switch line.effect {
        case .changes: (0, line.row.place)
        case .new: (1, line.row.place)
        case .same: (2, line.row.place)
        }
    }

    private static func row(_ line: ImportPreview.Line, _ titles: [Subject: String], _ view: View) {
        let html = view.html
        let none = view.say("figure.noData")
        html.element(.tr) {
            html.element(.td, .class("n"), text: "\(line.row.place.row)")
            html.element(
                .td, .dir("auto"), text: titles[Subject(.indicator, line.draft.indicator.value)] ?? "")
            html.element(.td, text: view.period(line.draft.period))
            html.element(.td, .dir("auto"), text: view.breakdown(line.draft.breakdown))
            html.element(.td, .class("n")) {
                if case .changes(let old) = line.effect { html.text(old.value.map { view.quantity($0) } ?? none) }
            }
            html.element(.td, .class("n"), text: line.draft.value.map { view.quantity($0) } ?? none)
            html.element(.td) {
                switch line.effect {
                case .new: view.write("indicator.effect.new")
                case .same: view.write("indicator.effect.same")
                case .changes: view.write("indicator.effect.changes")
                }
            }
        }
    }

    /// Takes the file over or throws it away.
    static func end(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = ObservationImportID(visit.exchange.value("id")),
            let version = form.first(Conflict.versionField).flatMap({ Int($0) })
        else { throw .notFound }
        do {
            if form.first("drop") != nil {
                try await plans.indicators.drop(id, version: version, by: visit.member)
            } else {
                _ = try await plans.indicators.take(id, version: version, by: visit.member)
            }
            return .seeOther(View(visit).address(visit.path("/indicators/import/\(id)"), [("said", "done")]))
        } catch WorkspaceError.invalid(let troubles) {
            return try await preview(plans, visit, troubles)
        } catch { throw web(error) }
    }
}
