import CooperationRecords
import Domain
import Frame

/// Where facts are entered, corrected and taken out: in the State's workspace, and at the desk for States without one.
enum KeepingRoutes {
    private typealias Act = @Sendable (FactPlace, Query) async throws(WebError) -> Answer
    private typealias Show = @Sendable (FactPlace) async throws(WebError) -> Answer

    private static let kind = Parameter(
        name: "kind", form: .choice(StateFactKind.allCases.map(\.rawValue)), isRequired: true,
        summary: "What the fact is about.")
    private static let suggestion = Parameter(
        name: "suggestion", form: .integer(1...200), summary: "A proposal the form begins with.")
    private static let said = Parameter(name: "said", form: .text(charactersMax: 40), summary: "What was just done.")

    static func all(_ records: StateCooperation) -> [Route] {
        let pages =
            page("", "kept", [said]) { place throws(WebError) in try await KeepingView.answer(place, records) }
            + page("/new", "new", [kind, suggestion]) { place throws(WebError) in
                try await FactFormView.new(place, records)
            }
            + page("/facts/{id}", "one", [.id]) { place throws(WebError) in
                try await FactFormView.one(place, records)
            }
        let forms =
            form("", "add", []) { place, form throws(WebError) in
                try await FactActions(place, form, records).add()
            }
            + form("/publish-all", "publish-all", []) { place, form throws(WebError) in
                try await FactActions(place, form, records).publishAll()
            }
            + form("/facts/{id}/correct", "correct", [.id]) { place, form throws(WebError) in
                try await FactActions(place, form, records).correct()
            }
            + form("/facts/{id}/withdraw", "withdraw", [.id]) { place, form throws(WebError) in
                try await FactActions(place, form, records).withdraw()
            }
            + form("/facts/{id}/publish", "publish", [.id]) { place, form throws(WebError) in
                try await FactActions(place, form, records).publish()
            }
            + form("/imports/{id}/undo", "undo", [.id]) { place, form throws(WebError) in
                try await FactActions(place, form, records).undo()
            }
        return pages + forms + uploads(records) + [
            .desk("desk-cooperation", "/desk/cooperation") { signed throws(WebError) in
                try await DeskStatesView.answer(signed, records)
            }
        ]
    }

    private static func page(
        _ path: String, _ name: String, _ parameters: [Parameter], _ show: @escaping Show
    ) -> [Route] {
        [
            .workspace(
                "fact-\(name)", "/cooperation-record" + path, parameters, right: .manageCooperationRecord
            ) { visit throws(WebError) in try await show(FactPlace(visit)) },
            .desk("desk-fact-\(name)", "/desk/cooperation/{code}" + path, [.code("State")] + parameters) {
                signed throws(WebError) in try await show(FactPlace(signed))
            },
        ]
    }

    private static func form(
        _ path: String, _ name: String, _ parameters: [Parameter], _ act: @escaping Act
    ) -> [Route] {
        [
            .workspaceForm(
                "fact-do-\(name)", "/cooperation-record" + path, parameters, right: .manageCooperationRecord
            ) { visit, form throws(WebError) in try await act(FactPlace(visit), form) },
            .form("desk-fact-do-\(name)", "/desk/cooperation/{code}" + path, [.code("State")] + parameters) {
                signed, form throws(WebError) in try await act(FactPlace(signed), form)
            },
        ]
    }

    private static func uploads(_ records: StateCooperation) -> [Route] {
        [
            .workspaceUpload("fact-import", "/cooperation-record/import", right: .manageCooperationRecord) {
                visit throws(WebError) in try await FactUpload.take(FactPlace(visit), records)
            },
            .upload("desk-fact-import", "/desk/cooperation/{code}/import", [.code("State")]) {
                signed throws(WebError) in try await FactUpload.take(FactPlace(signed), records)
            },
        ]
    }
}
