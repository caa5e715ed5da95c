import Domain
import FollowUp
import Frame
import Locales
import Markup
import People
import Plans

/// Evidence: its page, its files, its public address.
enum EvidenceRoutes {
    private static let number = Parameter(
        name: "number", place: .path, form: .integer(1...9_999), summary: "The version's number.")
    private static let key = Parameter(
        name: "key", place: .path, form: .pattern("^[A-Za-z0-9_-]{43}$") { $0.utf8.count == 43 },
        summary: "The key of the public address.")

    static func all(_ plans: Plans) -> [Route] {
        [
            .workspace("evidence", "/progress/evidence/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await EvidenceView.answer(plans, visit)
            },
            .workspace(
                "evidence-file", "/progress/evidence/{id}/versions/{number}", [.id, number], right: .seePlan,
                contentType: "application/octet-stream"
            ) { visit throws(WebError) in try await file(plans, visit) },
            .workspaceUpload("evidence-add", "/progress/evidence", right: .reportProgress) { visit throws(WebError) in
                try await add(plans, visit)
            },
            .workspaceUpload("evidence-version", "/progress/evidence/{id}/versions", [.id], right: .reportProgress) {
                visit throws(WebError) in try await addVersion(plans, visit)
            },
            .workspaceForm("evidence-edit", "/progress/evidence/{id}/edit", [.id], right: .reportProgress) {
                visit, form throws(WebError) in
                try await change(plans, visit, form) { id, version throws(WorkspaceError) in
                    try await plans.evidence.edit(
                        id, title: form.first("title") ?? "", isPublic: form.first("public") == "yes",
                        isWithdrawn: form.first("withdrawn") == "yes", version: version, by: visit.member)
                }
            },
            .workspaceForm("evidence-clear", "/progress/evidence/{id}/clearance", [.id], right: .reportProgress) {
                visit, form throws(WebError) in
                guard let step = form.first("step").flatMap({ ClearanceStep(rawValue: $0) }) else { throw .notFound }
                return try await change(plans, visit, form) { id, version throws(WorkspaceError) in
                    try await plans.evidence.clear(
                        id, step, note: form.first("note"), version: version, by: visit.member)
                }
            },
            .page("public-evidence", "/evidence/{key}", [key], contentType: "application/octet-stream") {
                exchange throws(WebError) in try await published(plans, exchange)
            },
        ]
    }

    /// A file is only ever saved, never shown: whatever it holds, this site's pages stay its own.
    static func answer(_ file: StoredFile, _ bytes: [UInt8]) -> Answer {
        Answer(
            contentType: file.mediaType == "text/plain" ? "text/plain; charset=utf-8" : file.mediaType,
            body: .bytes(bytes),
            caching: .never,
            headers: [
                ("Content-Disposition", FileName.attachment(file.name)),
                ("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
            ])
    }

    private static func file(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        guard let id = EvidenceID(visit.exchange.value("id")), let number = Int(visit.exchange.value("number")) else {
            throw .notFound
        }
        do throws(WorkspaceError) {
            let (file, bytes) = try await plans.evidence.file(id, version: number, visit.member)
            return answer(file, bytes)
        } catch { throw WebError(error) }
    }

    private static func published(_ plans: Plans, _ exchange: Exchange) async throws(WebError) -> Answer {
        do throws(WorkspaceError) {
            guard let found = try await plans.evidence.published(exchange.value("key")) else {
                throw WorkspaceError.notFound
            }
            switch found.version.content {
            case .link(let link): return .seeOther(link)
            case .file(let file):
                guard let bytes = found.bytes else { throw WorkspaceError.notFound }
                return answer(file, bytes)
            }
        } catch { throw WebError(error) }
    }

    private static func add(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let upload = try await EvidenceUpload.read(visit, fileBytesMax: EvidenceFolder.fileBytesMax)
        guard let subject = Subject(upload.fields.first("on") ?? "") else { throw .notFound }
        do throws(WorkspaceError) {
            let made = try await plans.evidence.add(
                upload.draft(), title: upload.fields.first("title") ?? "",
                isPublic: upload.fields.first("public") == "yes",
                to: subject, by: visit.member)
            return .seeOther(View(visit).address(visit.path("/progress/evidence/\(made.id)"), [("said", "done")]))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return await again(subject, TypedForm(fields: upload.fields, troubles: troubles), visit)
        }
    }

    /// The form once more, with everything that was typed; only the file has to be chosen again.
    private static func again(_ subject: Subject, _ typed: TypedForm, _ visit: Visit) async -> Answer {
        let view = View(visit)
        var head = PageHead(title: view.say("evidence.add"), place: .progress)
        head.crumbs = [(view.address(visit.path(of: subject)), view.say("evidence.title"))]
        return await view.page(head, status: 400) {
            view.pageHead(kicker: visit.workspace.name, view.say("evidence.add"))
            view.formNotices(typed)
            EvidencePart.fields(subject, view, visit, typed)
        }
    }

    private static func addVersion(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let upload = try await EvidenceUpload.read(visit, fileBytesMax: EvidenceFolder.fileBytesMax)
        guard let id = EvidenceID(visit.exchange.value("id")), let version = upload.version else { throw .notFound }
        do throws(WorkspaceError) {
            try await plans.evidence.add(upload.draft(), to: id, version: version, by: visit.member)
            return .seeOther(View(visit).address(visit.path("/progress/evidence/\(id)"), [("said", "done")]))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await EvidenceView.answer(plans, visit, TypedForm(fields: upload.fields, troubles: troubles))
        }
    }

    private static func change(
        _ plans: Plans, _ visit: Visit, _ form: Query,
        act: (EvidenceID, Int) async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        guard let id = EvidenceID(visit.exchange.value("id")),
            let version = form.first(Conflict.versionField).flatMap({ Int($0) })
        else { throw .notFound }
        do throws(WorkspaceError) {
            try await act(id, version)
            return .seeOther(View(visit).address(visit.path("/progress/evidence/\(id)"), [("said", "done")]))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await EvidenceView.answer(plans, visit, TypedForm(fields: form, troubles: troubles))
        }
    }
}
