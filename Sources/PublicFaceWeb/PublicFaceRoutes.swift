import Domain
package import Frame
package import PublicFace

/// Public pages of a workspace, and where its coordinator chooses them: every address of this room.
package enum PublicFaceRoutes {
    package static func all(_ publicFaces: PublicFaces) -> [Route] {
        pages(publicFaces) + embeds(publicFaces) + service(publicFaces) + desk(publicFaces) + forms(publicFaces)
    }

    package static let schemas: [Schema.Named] = FaceSchemas.all

    private static func pages(_ faces: PublicFaces) -> [Route] {
        [
            .page("public-pages", "/public") { exchange throws(WebError) in try await FaceAll.answer(exchange, faces) }
        ] + places.flatMap { $0.routes(faces) } + files(faces)
    }

    private static let places: [FacePlace] =
        [
            FacePlace(name: "face", pattern: "") { page throws(WebError) in try await FaceFront.answer(page) },
            FacePlace(name: "commitments", pattern: "/commitments", parameters: FacePlace.filters + [FacePlace.after]) {
                page throws(WebError) in try await FaceCommitmentList.answer(page)
            },
            FacePlace(name: "commitment", pattern: "/commitments/{id}", parameters: [.id]) { page throws(WebError) in
                try await FaceCommitmentView.answer(page)
            },
            FacePlace(name: "actions", pattern: "/actions", parameters: FacePlace.filters + [FacePlace.after]) {
                page throws(WebError) in try await FaceActionList.answer(page)
            },
            FacePlace(name: "action", pattern: "/actions/{id}", parameters: [.id]) { page throws(WebError) in
                try await FaceItemView.answer(.action, page)
            },
            FacePlace(name: "indicator", pattern: "/indicators/{id}", parameters: [.id]) { page throws(WebError) in
                try await FaceItemView.answer(.indicator, page)
            },
            FacePlace(name: "cooperation", pattern: "/cooperation") { page throws(WebError) in
                try await FaceHelp.answer(page)
            },
            FacePlace(name: "assessments", pattern: "/assessments", parameters: [FaceAssessments.after]) {
                page throws(WebError) in try await FaceAssessments.answer(page)
            },
            FacePlace(name: "changes", pattern: "/changes", parameters: [FacePlace.after], isForMembers: false) {
                page throws(WebError) in try await FaceChanges.answer(page)
            },
            FacePlace(name: "removals", pattern: "/removals", isForMembers: false) { page throws(WebError) in
                try await FaceChanges.removals(page)
            },
            FacePlace(
                name: "state", pattern: "/versions/{version}", parameters: [FacePlace.version], isForMembers: false
            ) {
                page throws(WebError) in try await FaceVersions.state(page)
            },
        ]
        + FaceList.all.map { list in
            FacePlace(name: "list-\(list.name)", pattern: "/\(list.name)", parameters: [FacePlace.after]) {
                page throws(WebError) in try await list.answer(page)
            }
        }
        + [("commitment", "commitments"), ("action", "actions"), ("indicator", "indicators")].flatMap {
            versions(PublicKind(rawValue: $0.0) ?? .commitment, $0.1)
        }

    private static func versions(_ kind: PublicKind, _ path: String) -> [FacePlace] {
        [
            FacePlace(
                name: "\(kind.rawValue)-versions", pattern: "/\(path)/{id}/versions", parameters: [.id],
                isForMembers: false
            ) { page throws(WebError) in try await FaceVersions.list(kind, page) },
            FacePlace(
                name: "\(kind.rawValue)-version", pattern: "/\(path)/{id}/versions/{version}",
                parameters: [.id, FacePlace.version], isForMembers: false
            ) { page throws(WebError) in try await FaceVersions.one(kind, page) },
        ]
    }

    private static func files(_ faces: PublicFaces) -> [Route] {
        [
            .page(
                "public-changes-feed", "/public/{workspace}/changes.atom", [.workspace, FaceFeed.kind],
                contentType: Feed.contentType
            ) { exchange throws(WebError) in try await FaceFeed.answer(exchange, faces) }
        ]
            + tables(faces)
    }

    private static func tables(_ faces: PublicFaces) -> [Route] {
        [(PublicKind.commitment, "commitments"), (.action, "actions"), (.progress, "progress")].map { kind, name in
            .page(
                "public-\(name)-csv", "/public/{workspace}/\(name).csv", [.workspace] + FacePlace.filters,
                contentType: "text/csv"
            ) { exchange throws(WebError) in
                FaceCSV.answer(kind, name, try await FacePage.open(exchange, faces))
            }
        }
    }

    private static func embeds(_ faces: PublicFaces) -> [Route] { EmbedPicture.allCases.flatMap { $0.routes(faces) } }

    private static func desk(_ faces: PublicFaces) -> [Route] {
        [
            .workspace("choose-public", "/public", right: .managePublicFace) { visit throws(WebError) in
                try await ChooseView.answer(visit, faces)
            },
            .workspace(
                "choose-public-items", "/public/items", [ChooseItemsView.kind, FacePlace.after, Picked.parameter],
                right: .managePublicFace
            ) { visit throws(WebError) in try await ChooseItemsView.answer(visit, faces) },
            .workspace(
                "preview-public", "/public/preview/{audience}", [PreviewView.audience], right: .managePublicFace
            ) { visit throws(WebError) in try await PreviewView.answer(visit, faces) },
            .workspace(
                "remove-public", "/public/remove",
                [
                    Parameter(
                        name: "kind", form: .choice([""] + PublicKind.allCases.map(\.rawValue)), summary: "Of what."),
                    Parameter(name: "number", form: .text(charactersMax: 18), summary: "Its number."),
                ], right: .removePublished
            ) { visit throws(WebError) in try await RemoveView.answer(visit, faces) },
        ]
    }

    private static func forms(_ faces: PublicFaces) -> [Route] {
        [
            form("describe", faces) { action throws(WebError) in try await action.describe() },
            form("choose", faces) { action throws(WebError) in try await action.choose() },
            form("items", faces) { action throws(WebError) in try await action.hold() },
            form("confirm", faces) { action throws(WebError) in try await action.confirm() },
            form("drop", faces) { action throws(WebError) in try await action.drop() },
            form("undo", faces) { action throws(WebError) in try await action.undo() },
            .workspaceForm("public-do-remove", "/public/remove", right: .removePublished) {
                visit, form throws(WebError) in
                try await ChooseActions(visit: visit, form: form, faces: faces).remove()
            },
        ]
    }

    private static func form(
        _ name: String, _ faces: PublicFaces,
        _ act: @escaping @Sendable (ChooseActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm("public-do-\(name)", "/public/\(name)", right: .managePublicFace) {
            visit, form throws(WebError) in
            try await act(ChooseActions(visit: visit, form: form, faces: faces))
        }
    }
}
