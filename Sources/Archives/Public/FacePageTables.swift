import Domain
import People
import PublicFace

/// Public pages of workspaces: which there are, what each shows at all, and what was taken down.
enum FacePageTables {
    private static let pageSize = 20

    static func pages(_ faces: PublicFaces) -> PublicTable {
        PublicTable(
            name: "public-pages",
            meaning:
                "Workspaces with a public page. What is not among `shown` is not published, and its files are silent on it.",
            columns: [
                .init("workspace", "short name; its page is `/public/NAME`"), .init("name", "in full"),
                .init("kind", "what kind of actor"), .init("state", "its State"),
                .init("about", "its own words"), .init("contact", "whom to write to; null where it is not shown"),
                .init("shown", .list, "what of it is published at all"),
                .init("version", .integer, "of the page; it stays at `/public/NAME/versions/VERSION`"),
                .init("changed", "since when it is shown like this"),
            ], count: { try await faces.open().count }
        ) { after in
            let open = try await Self.open(faces, from: after.flatMap { Int64($0) } ?? 0)
            var rows: [[PublicValue]] = []
            for workspace in open.prefix(pageSize) {
                let face: ShownFace
                // Closed since it was listed.
                do throws(WorkspaceError) { face = try await faces.shown(workspace.slug) } catch {
                    if error == .notFound { continue }
                    throw error
                }
                rows.append([
                    .text(workspace.slug), .text(workspace.name), .text(workspace.kind.rawValue),
                    .text(workspace.state?.rawValue), SaidTables.some(face.about), SaidTables.some(face.contact),
                    .list(face.fields.map(\.rawValue).sorted()), .integer(Int(face.state)), .text(face.changed),
                ])
            }
            return (rows, open.count > pageSize ? "\(open[pageSize - 1].id.value + 1)" : nil)
        }
    }

    static func removals(_ faces: PublicFaces) -> PublicTable {
        PublicTable(
            name: "removals",
            meaning:
                "That something was taken down from a public page: when, on what ground, by whom. Never its words.",
            columns: [
                .init("workspace", "short name"), .init("id", .integer, "its number"),
                .init("kind", "what kind of thing it was"), .init("thing", .integer, "the thing's number"),
                .init("parent", "what it belonged to, `action/7`"),
                .init("ground", "`personal-data`, `safety`, `court-order`, `unlawful` or `own-mistake`"),
                .init("office", "whose decision it was"), .init("at", "when"),
            ],
            count: {
                var count = 0
                for workspace in try await faces.open() { count += try await faces.publicRemovals(workspace).count }
                return count
            }
        ) { after in
            let open = try await Self.open(faces, from: after.flatMap { Int64($0) } ?? 0)
            guard let workspace = open.first else { return ([], nil) }
            let rows = try await faces.publicRemovals(workspace).map { removal -> [PublicValue] in
                [
                    .text(workspace.slug), .integer(Int(removal.id)), .text(removal.key.kind.rawValue),
                    .integer(Int(removal.key.id)), .text(removal.parent?.description), .text(removal.ground.rawValue),
                    .text(removal.office), .text(removal.at),
                ]
            }
            return (rows, open.count > 1 ? "\(open[1].id.value)" : nil)
        }
    }

    /// Workspaces with an open page by number, from one on.
    static func open(_ faces: PublicFaces, from first: Int64) async throws(WorkspaceError) -> [Workspace] {
        try await faces.open().filter { $0.id.value >= first }.sorted { $0.id.value < $1.id.value }
    }
}
