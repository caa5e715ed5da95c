import Domain
import PublicFace

/// One kind of object of public pages as open data: what is shown to everybody now, of all workspaces whose page is open.
struct FaceTable {
    let kind: PublicKind
    let name: String
    let meaning: String
    let columns: [Column]

    /// A field of the object under the name of its column.
    struct Column {
        let field: String
        let column: PublicColumn

        init(_ name: String, _ form: PublicColumn.Kind, field: String? = nil, _ meaning: String) {
            self.field = field ?? name
            column = PublicColumn(name, form, meaning)
        }

        init(_ name: String, field: String? = nil, _ meaning: String) {
            self.init(name, .text, field: field, meaning)
        }
    }

    func table(_ faces: PublicFaces) -> PublicTable {
        PublicTable(
            name: name, meaning: meaning + " A null is what was not said or is not shown; `public-pages` tells which.",
            columns: described,
            count: {
                var count = 0
                for workspace in try await faces.open() { count += try await faces.count(kind, workspace) }
                return count
            }
        ) { after in try await page(after, faces) }
    }

    private var described: [PublicColumn] {
        var all: [PublicColumn] = [
            .init("workspace", "short name; its page is `/public/NAME`"), .init("state", "the workspace's State"),
            .init("id", .integer, "its number"),
        ]
        if let parent = kind.parent { all.append(.init(parent.rawValue, .integer, "what it belongs to")) }
        return all + columns.map(\.column) + [
            .init("version", .integer, "counts what was public of it"),
            .init("changed", "since when it is shown like this"),
        ]
    }

    /// `workspace/number`: where the page before ended.
    private func page(
        _ after: String?, _ faces: PublicFaces
    ) async throws -> (rows: [[PublicValue]], next: String?) {
        let parts = (after ?? "").split(separator: "/").compactMap { Int64($0) }
        let (first, number) = parts.count == 2 ? (parts[0], parts[1]) : (0, 0)
        let open = try await FacePageTables.open(faces, from: first)
        var rows: [[PublicValue]] = []
        for workspace in open {
            let begin = workspace.id.value == first ? number : 0
            let items = try await faces.items(kind, workspace, after: begin, limit: PublicFaces.pageMax - rows.count)
            rows += items.map { row($0, workspace) }
            guard rows.count < PublicFaces.pageMax else {
                return (rows, items.last.map { "\(workspace.id.value)/\($0.id)" })
            }
        }
        return (rows, nil)
    }

    private func row(_ item: PublicItem, _ workspace: Workspace) -> [PublicValue] {
        var values: [PublicValue] = [
            .text(workspace.slug), .text(workspace.state?.rawValue), .integer(Int(item.id)),
        ]
        if kind.parent != nil { values.append(.integer(item.parent.map { Int($0.id) })) }
        values += columns.map { column in
            switch column.column.kind {
            case .integer: .integer(item.number(column.field).map { Int($0) })
            case .list:
                .list(item.list(column.field).map { $0.split(separator: "\t").joined(separator: " ") })
            default: .text(item[column.field])
            }
        }
        return values + [.integer(item.version), .text(item.changed)]
    }
}
