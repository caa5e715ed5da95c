import Domain
import Frame
import Locales
import PublicFace
import Reports

/// Lists as files: one line an object, the fields that are shown as columns.
enum FaceCSV {
    static func answer(_ kind: PublicKind, _ name: String, _ page: FacePage) -> Answer {
        let columns = (FaceJSON.members[kind] ?? []).filter { page.face.shows(kind.field(of: $0.name)) }
        var rows: [[SheetCell]] = [(["id", "parent", "version", "changed"] + columns.map(\.name)).map { .text($0) }]
        for item in page.face.all(kind) where FaceListing.fits(item, page) {
            let fields = columns.map { column -> SheetCell in
                guard let text = item[column.name] else { return .none }
                return column.isNumber ? (Int(text).map { .number($0) } ?? .none) : .text(text)
            }
            let head: [SheetCell] = [
                .number(Int(item.id)), item.parent.map { .text($0.description) } ?? .none, .number(item.version),
                .text(item.changed),
            ]
            rows.append(head + fields)
        }
        return Answer(
            contentType: "text/csv; charset=utf-8", body: .bytes(Sheet(name: name, rows: rows).csv),
            headers: [("Content-Disposition", "attachment; filename=\"\(page.face.workspace.slug)-\(name).csv\"")])
    }
}
