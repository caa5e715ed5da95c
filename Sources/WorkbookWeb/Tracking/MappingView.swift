import Domain
import Frame
import Ingest
import Locales
import Markup
import People
import Plans
import Workbooks

/// What the columns of a tracking workbook mean: the program's guess, for a person to correct.
struct MappingView {
    static let rowsShown = 4

    let visit: Visit
    let file: TrackingFile
    let mapping: TrackingMapping
    let sheets: SheetFile
    let kept: [NamedMapping]
    let trouble: String?

    static func answer(_ visit: Visit, _ plans: Plans, trouble: String? = nil) async throws(WebError) -> Answer {
        let id = try TrackingHandling.file(visit)
        let tracking = plans.tracking
        do throws(TrackingError) {
            let file = try await tracking.file(id, visit.member)
            let sheets = try await tracking.sheets(id, visit.member)
            let kept = try await tracking.mappings(visit.member)
            var mapping = file.mapping
            if let asked = visit.exchange.query.first("use").flatMap({ ID<NamedMapping>($0) }) {
                mapping = try await tracking.fit(asked, to: id, visit.member)
            }
            return await MappingView(
                visit: visit, file: file, mapping: mapping, sheets: sheets, kept: kept, trouble: trouble
            ).page(View(visit))
        } catch { throw WebError(error) }
    }

    private var path: String { TrackingHandling.filePath(visit, file.id) }

    private func page(_ view: View) async -> Answer {
        let head = PageHead(
            title: file.name, place: .workbooks, crumbs: TrackingView.crumbs(visit, view, isBelow: true), path: path,
            isWide: true)
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(kicker: view.say("sheets.tracking"), file.name, lead: view.say("sheets.map.lead"))
            if let trouble { view.problem(trouble) }
            if file.isApplied { view.html.element(.p, .class("notice"), text: view.say("sheets.map.applied")) }
            if !kept.isEmpty { choice(view) }
            form(view)
        }
    }

    private func choice(_ view: View) {
        let html = view.html
        html.element(.form, .class("fields"), .method("get"), .action(path)) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            view.select(
                "use", view.say("sheets.map.kept"), kept.map { ($0.id.description, $0.name) },
                chosen: visit.exchange.query.first("use") ?? "")
            html.element(.p) {
                html.element(.button, .class("button plain"), .type("submit"), text: view.say("sheets.map.use"))
            }
        }
    }

    private func form(_ view: View) {
        let html = view.html
        html.element(.form, .method("post"), .action(view.address(path))) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            view.hiddenField(Conflict.versionField, String(file.version))
            for (place, page) in MappingForm.pages(sheets).enumerated() { sheet(page, place, view) }
            view.textField(
                "name", view.say("sheets.map.name"), "", hint: view.say("sheets.map.name.hint"), most: Tracking.nameMax)
            html.element(.p) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("sheets.map.button"))
            }
        }
    }

    private func sheet(_ page: SheetPage, _ place: Int, _ view: View) {
        let known = mapping.pages.first { $0.sheet == page.name }
        let name = page.name.isEmpty ? file.name : page.name
        view.section("sheet\(place)", name) {
            view.checkbox(MappingForm.use(place), view.say("sheets.map.read"), isOn: known != nil)
            view.html.element(.div, .class("fields")) {
                view.textField(
                    MappingForm.header(place), view.say("sheets.map.header"), String(known?.headerRow ?? 0),
                    hint: view.say("sheets.map.header.hint"), type: "number", most: 6, direction: "ltr")
                view.select(
                    MappingForm.rows(place), view.say("sheets.map.rows"), (1...3).map { (String($0), view.number($0)) },
                    chosen: String(max(1, known?.headerRows ?? 1)))
            }
            table(page, place, known, name, view)
        }
    }

    private func table(_ page: SheetPage, _ place: Int, _ known: TrackingMapping.Page?, _ name: String, _ view: View) {
        let html = view.html
        let end = known?.headerEnd ?? 0
        let rows = page.rows.filter { $0.number > end }.prefix(Self.rowsShown)
        let headers =
            known.map { $0.headerRow == 0 ? [:] : TrackingMapping.headers(page, $0.headerRow, $0.headerRows) } ?? [:]
        view.table(name, style: "mapping") {
            html.element(.thead) {
                html.element(.tr) {
                    for text in [
                        view.say("sheets.th.column"), view.say("sheets.th.means"), view.say("sheets.th.examples"),
                    ] {
                        html.element(.th, .scope("col"), text: text)
                    }
                }
            }
            html.element(.tbody) {
                for column in MappingForm.columns(page) {
                    let letters = CellReference.letters(column)
                    html.element(.tr) {
                        html.element(
                            .th, .scope("row"), .dir("auto"),
                            text: [letters, headers[column] ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
                        html.element(.td) {
                            field(
                                place, column, known?.columns.first { $0.index == column }?.field, name + " " + letters,
                                view)
                        }
                        html.element(.td, .class("examples"), .dir("auto")) {
                            let shown = rows.compactMap { $0[column]?.shown.prefix(60) }.joined(separator: " ¦ ")
                            html.text(shown)
                        }
                    }
                }
            }
        }
    }

    private func field(_ place: Int, _ column: Int, _ chosen: TrackingField?, _ label: String, _ view: View) {
        let html = view.html
        html.element(
            .select, .class("select"), .name(MappingForm.column(place, column)),
            .label(view.say("sheets.map.column", ["column": .text(label)]))
        ) {
            html.element(.option, .value(""), text: view.say("sheets.field.none"))
            for field in TrackingField.allCases {
                html.element(
                    .option, .value(field.rawValue), .selected(field == chosen),
                    text: view.say("sheets.field.\(field.rawValue)"))
            }
        }
    }
}
