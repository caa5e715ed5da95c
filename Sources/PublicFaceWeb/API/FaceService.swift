import Frame
import PublicFace

extension PublicFaceRoutes {
    /// Addresses under `/api/v1/public`.
    static func service(_ faces: PublicFaces) -> [Route] {
        let lists: [(PublicKind, String)] = [
            (.commitment, "commitments"), (.action, "actions"), (.progress, "progress"), (.statement, "statements"),
            (.indicator, "indicators"), (.observation, "observations"), (.deadline, "deadlines"),
            (.position, "positions"), (.evidence, "evidence"), (.milestone, "milestones"),
        ]
        return [
            .api("getPublicPages", "/public", [], "Workspaces whose public page is open.", "PublicFaces") {
                exchange throws(WebError) in try await FaceJSON.open(exchange, faces)
            },
            own(
                "getPublicFace", "", [], "What a workspace shows to everybody, and how much of it.", "PublicFace", faces
            ) {
                page throws(WebError) in FaceJSON.face(page)
            },
            own(
                "getPublicRemovals", "/removals", [], "What was taken down, when and on what ground.", "PublicRemovals",
                faces
            ) {
                page throws(WebError) in FaceJSON.removals(page)
            },
            own(
                "getPublicChanges", "/changes", [FacePlace.after, FaceJSON.limit],
                "What changed last of what is shown, the latest first.", "PublicChanges", faces
            ) { page throws(WebError) in try await FaceJSON.changes(page) },
        ]
            + lists.map { kind, name in
                let schema = FaceSchemas.name(kind) + "List"
                return own(
                    "get" + schema, "/" + name, [FacePlace.after, FaceJSON.limit],
                    "What is shown of one kind, by number: \(name).", schema, faces
                ) { page throws(WebError) in FaceJSON.list(kind, page) }
            }
            + lists.filter(\.0.hasPage).map { kind, name in
                let schema = FaceSchemas.name(kind) + "Page"
                return own(
                    "get" + schema, "/\(name)/{id}", [.id],
                    "One object with what belongs to it, as far as it is shown.",
                    schema, faces
                ) { page throws(WebError) in try await FaceJSON.one(kind, page) }
            }
    }

    private static func own(
        _ name: String, _ path: String, _ parameters: [Parameter], _ summary: String, _ schema: String,
        _ faces: PublicFaces, _ answer: @escaping @Sendable (FacePage) async throws(WebError) -> Answer
    ) -> Route {
        .api(name, "/public/{workspace}" + path, [.workspace] + parameters, summary, schema) {
            exchange throws(WebError) in try await answer(try await FacePage.open(exchange, faces))
        }
    }
}
