import Domain
import Frame
import Ingest
import Locales
import Markup
import People
import Plans
import Workbooks

/// One spreadsheet that a form sends.
enum SheetUpload {
    static let fileBytesMax = 20 << 20

    /// Nil where no file was chosen.
    static func read(_ visit: Visit) async throws(WebError) -> (name: String, bytes: [UInt8])? {
        let limits = UploadLimits(
            fileBytesMax: fileBytesMax, filesMax: 1, totalBytesMax: fileBytesMax + (64 << 10), fieldBytesMax: 4 << 10,
            fieldsMax: 10)
        var isChecked = false
        var found: (name: String, bytes: [UInt8])?
        try await UploadReader.read(
            visit.exchange.incoming, limits: limits,
            field: { name, value throws(WebError) in
                guard name == Signed.tokenField else { return }
                try visit.check(token: value)
                isChecked = true
            },
            file: { file async throws(WebError) in
                guard isChecked else { throw .foreignForm }
                if !file.bytes.isEmpty { found = (file.name, file.bytes) }
            })
        guard isChecked else { throw .foreignForm }
        return found
    }
}

extension WebError {
    /// A file that cannot be read is told on the page itself; here it is a body that does not fit.
    init(_ error: TrackingError) {
        self =
            switch error {
            case .workspace(let error): WebError(error)
            case .file: .invalid([.init(name: "file", allowed: "sheets.file.damaged")])
            case .foreignWorkbook: .invalid([.init(name: "file", allowed: "sheets.file.foreign")])
            }
    }
}

extension View {
    /// What is wrong with a file, where it is the file that is wrong.
    func fileTrouble(_ error: TrackingError) -> String? {
        switch error {
        case .workspace: nil
        case .foreignWorkbook: say("sheets.file.foreign")
        case .file(let error): fileTrouble(error)
        }
    }

    private func fileTrouble(_ error: IngestError) -> String {
        switch error {
        case .empty: say("sheets.file.empty")
        case .unknownFormat: say("sheets.file.kind")
        case .limit(.fileBytes, let most): say("sheets.file.size", ["most": .number(most >> 20)])
        case .limit(.rows, let most): say("sheets.file.rows", ["most": .number(most)])
        case .limit(.columns, let most): say("sheets.file.columns", ["most": .number(most)])
        case .limit(.cells, let most): say("sheets.file.cells", ["most": .number(most)])
        case .limit(.sheets, let most): say("sheets.file.sheets", ["most": .number(most)])
        case .limit: say("sheets.file.bomb")
        default: say("sheets.file.damaged")
        }
    }

    /// A form that sends one spreadsheet to `path`.
    func sheetForm(_ path: String, _ id: String, _ label: String, _ button: String) {
        html.element(
            .form, .class("fields"), .method("post"), .action(address(path)), .custom("enctype", "multipart/form-data")
        ) {
            hiddenField(Signed.tokenField, session?.csrf ?? "")
            field(id, label, hint: say("sheets.file.hint", ["most": .number(SheetUpload.fileBytesMax >> 20)])) { hint in
                html.empty(
                    .input, .class("input"), .type("file"), .id(id), .name("file"),
                    .custom("accept", ".xlsx,.csv,.tsv"),
                    .describedBy(hint))
            }
            html.element(.p) { html.element(.button, .class("button"), .type("submit"), text: button) }
        }
    }

    /// A cell of a table with somebody's own words, in their own direction.
    func sheetText(_ text: String) {
        html.element(.td) { html.element(.span, .dir("auto"), text: text) }
    }

    /// A form of one button.
    func buttonForm(_ path: String, _ button: String, style: String = "button", _ fields: [(String, String)] = []) {
        html.element(.form, .method("post"), .action(address(path))) {
            hiddenField(Signed.tokenField, session?.csrf ?? "")
            for (name, value) in fields { hiddenField(name, value) }
            html.element(.button, .class(style), .type("submit"), text: button)
        }
    }

    /// Says what was done, where the address says so.
    func sheetDone(_ keys: [String]) {
        guard let said = exchange.query.first("said"), keys.contains(said) else { return }
        done(say("sheets.said.\(said)", ["count": .number(exchange.query.first("n").flatMap { Int($0) } ?? 0)]))
    }
}
