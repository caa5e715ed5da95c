import Domain
import Frame
import Ingest
import Locales
import Markup
import People
import Programmes

/// Importing a file of activities into a workspace.
enum ProgrammeUpload {
    static let fileBytesMax = 64 << 20
    /// Of rejections and warnings, as many as a page shows.
    private static let shownMax = 100

    static func page(_ visit: Visit) async -> Answer {
        let view = View(visit)
        return await view.page(head(visit, view)) { form(visit, view, nil) }
    }

    static func take(_ visit: Visit, _ programmes: Programmes) async throws(WebError) -> Answer {
        let limits = UploadLimits(
            fileBytesMax: fileBytesMax, filesMax: 1, totalBytesMax: fileBytesMax + (64 << 10), fieldBytesMax: 4 << 10,
            fieldsMax: 10)
        var isChecked = false
        var isPublic = false
        var found: (name: String, bytes: [UInt8])?
        try await UploadReader.read(
            visit.exchange.incoming, limits: limits,
            field: { name, value throws(WebError) in
                if name == "published" { isPublic = value == "yes" }
                guard name == Signed.tokenField else { return }
                try visit.check(token: value)
                isChecked = true
            },
            file: { file async throws(WebError) in
                guard isChecked else { throw .foreignForm }
                if !file.bytes.isEmpty { found = (file.name, file.bytes) }
            })
        guard isChecked else { throw .foreignForm }
        let view = View(visit)
        guard let found else {
            return await view.page(head(visit, view), status: 400) {
                form(visit, view, view.say("programme.upload.none"))
            }
        }
        let order = ProgrammeOrder(
            file: String(found.name.prefix(200)), member: visit.member, actor: visit.member.name, isPublic: isPublic)
        let bytes = found.bytes
        let report = try await WebError.run { () throws(WorkspaceError) in
            try await programmes.take(order, open: { () throws(IngestError) in BytesSupply(bytes) })
        }
        return await view.page(head(visit, view), status: report.failure == nil || report.read > 0 ? 200 : 400) {
            result(report, view)
            form(visit, view, nil)
        }
    }

    private static func head(_ visit: Visit, _ view: View) -> PageHead {
        var head = PageHead(
            title: view.say("programme.import"), place: .programmes, path: visit.path("/programmes/import"))
        head.crumbs = [(view.address(visit.path("/programmes")), view.say("programme.title"))]
        return head
    }

    private static func form(_ visit: Visit, _ view: View, _ problem: String?) {
        let html = view.html
        view.pageHead(view.say("programme.import"), lead: view.say("programme.upload.lead"))
        if let problem { view.problem(problem) }
        html.element(
            .form, .class("fields"), .method("post"), .action(view.address(visit.path("/programmes/import"))),
            .custom("enctype", "multipart/form-data")
        ) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            view.checkbox("published", view.say("programme.form.public"), isOn: false)
            view.field(
                "file", view.say("programme.upload.file"),
                hint: view.say("programme.upload.hint", ["most": .number(fileBytesMax >> 20)])
            ) { hint in
                html.empty(
                    .input, .class("input"), .type("file"), .id("file"), .name("file"), .custom("accept", ".xml"),
                    .describedBy(hint))
            }
            html.element(.p) { view.submitButton(view.say("programme.import")) }
        }
    }

    private static func result(_ report: ProgrammeReport, _ view: View) {
        let html = view.html
        view.done(
            view.say(
                "programme.upload.done",
                [
                    "read": .number(report.read), "created": .number(report.created),
                    "updated": .number(report.updated), "unchanged": .number(report.unchanged),
                    "rejected": .number(report.rejected),
                ]))
        if let failure = report.failure {
            html.element(.div, .class("notice problem"), .role("alert")) {
                html.element(.p, text: view.say("programme.upload.broken"))
                html.element(.p, .lang("en"), .dir("ltr"), text: failure)
            }
        }
        for (key, entries, count) in [
            ("programme.upload.rejected", report.rejections, report.rejected),
            ("programme.upload.warned", report.warnings, report.warned),
        ] where count > 0 {
            html.element(.details, .open(key == "programme.upload.rejected")) {
                html.element(.summary, text: view.say(key, ["count": .number(count)]))
                html.element(.ul, .lang("en"), .dir("ltr")) {
                    for entry in entries.prefix(shownMax) {
                        html.element(.li, text: "\(entry.row): \(entry.field): \(entry.reason)")
                    }
                }
            }
        }
    }
}

/// A file that was sent.
private final class BytesSupply: ByteSupply {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var bytesRead: Int { place }
    var bytesTotal: Int? { bytes.count }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        let count = min(buffer.count, bytes.count - place)
        buffer.copyBytes(from: bytes[place..<(place + count)])
        place += count
        return count
    }
}
