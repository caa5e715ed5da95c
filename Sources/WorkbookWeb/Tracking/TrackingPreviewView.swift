import Domain
import Frame
import Locales
import Markup
import People
import Plans
import Workbooks

/// What taking a tracking workbook over would do.
struct TrackingPreviewView {
    let visit: Visit
    let file: TrackingFile
    let preview: TrackingPreview

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let id = try TrackingHandling.file(visit)
        do throws(TrackingError) {
            let file = try await plans.tracking.file(id, visit.member)
            let preview = try await plans.tracking.preview(id, visit.member)
            return await TrackingPreviewView(visit: visit, file: file, preview: preview).page(View(visit))
        } catch { throw WebError(error) }
    }

    private func page(_ view: View) async -> Answer {
        let path = TrackingHandling.filePath(visit, file.id)
        let head = PageHead(
            title: file.name, place: .workbooks,
            crumbs: TrackingView.crumbs(visit, view, isBelow: true) + [(view.address(path), file.name)],
            path: path + "/preview", isWide: true)
        return await view.page(head) {
            view.pageHead(kicker: view.say("sheets.preview"), file.name, lead: view.say("sheets.preview.lead"))
            view.numbers([
                (
                    preview.matched, view.say("sheets.unit.matched", ["count": .number(preview.matched)]),
                    preview.matchedRows.isEmpty ? nil : "#matched"
                ),
                (
                    preview.waiting, view.say("sheets.unit.waiting", ["count": .number(preview.waiting)]),
                    preview.waitingRows.isEmpty ? nil : "#waiting"
                ),
                (
                    preview.others.count, view.say("sheets.unit.other", ["count": .number(preview.others.count)]),
                    preview.others.isEmpty ? nil : "#others"
                ),
            ])
            if !preview.sheetsLeft.isEmpty {
                view.html.element(
                    .p,
                    text: view.say(
                        "sheets.preview.left",
                        ["sheets": .text(preview.sheetsLeft.prefix(20).joined(separator: view.say("list.comma")))]))
            }
            buttons(view, path)
            if !preview.words.isEmpty {
                view.section("words", view.say("sheets.words"), view.say("sheets.preview.words")) { words(view) }
            }
            if !preview.waitingRows.isEmpty {
                view.section("waiting", view.say("sheets.preview.waiting")) { rows(preview.waitingRows, view) }
            }
            if !preview.matchedRows.isEmpty {
                view.section("matched", view.say("sheets.preview.matched")) { rows(preview.matchedRows, view) }
            }
            if !preview.others.isEmpty {
                view.section("others", view.say("sheets.preview.others"), view.say("sheets.preview.others.lead")) {
                    others(view)
                }
            }
        }
    }

    private func buttons(_ view: View, _ path: String) {
        view.html.element(.p) { view.link(view.address(path), view.say("sheets.preview.back")) }
        view.buttonForm(
            path + "/apply", view.say("sheets.preview.button"), [(Conflict.versionField, String(file.version))])
    }

    private func words(_ view: View) {
        let html = view.html
        html.element(.ul) {
            for word in preview.words.prefix(60) {
                html.element(.li) {
                    html.element(.span, .dir("auto"), text: word.word)
                    html.text(" ")
                    html.element(
                        .span, .class("soft"),
                        text: view.say(
                            "sheets.words.where.\(word.kind.rawValue)",
                            [
                                "count": .number(word.count), "sheet": .text(word.firstSheet),
                                "row": .text(String(word.firstRow)),
                            ]))
                }
            }
        }
    }

    private func rows(_ rows: [TrackingPreview.Row], _ view: View) {
        let html = view.html
        view.table(view.say("sheets.preview")) {
            view.headRow(["place", "paragraph", "words", "verdict"].map { (view.say("sheets.th.\($0)"), false) })
            html.element(.tbody) {
                for row in rows {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: row.sheet + " · " + String(row.row))
                        html.element(.td, text: row.paragraph)
                        view.sheetText(row.words)
                        html.element(.td) {
                            if let id = row.recommendation {
                                view.link(
                                    view.recommendationAddress(id), view.say("sheets.verdict.\(row.verdict.rawValue)"))
                            } else {
                                view.write("sheets.verdict.\(row.verdict.rawValue)")
                            }
                        }
                    }
                }
            }
        }
    }

    private func others(_ view: View) {
        let html = view.html
        html.element(.ul) {
            for row in preview.others.prefix(60) {
                html.element(.li) {
                    html.element(
                        .span, .class("soft"),
                        text: row.sheet + " · " + String(row.row) + " · " + view.say("sheets.kind.\(row.kind)") + " ")
                    html.element(.span, .dir("auto"), text: row.text)
                }
            }
        }
    }
}
