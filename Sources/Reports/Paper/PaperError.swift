import Programs

/// Why a paper did not become a file.
package enum PaperError: Error, Hashable, Sendable {
    /// A program for this format is not there.
    case missing(PaperFormat)
    /// The paper is too large for the limits of its format.
    case tooLarge(PaperFormat)
    /// The format holds tables, and the paper has none.
    case noTable
    /// The file could not be made; the reason is for the log.
    case failed(PaperFormat, reason: String)

    /// The sentence a reader sees, a key of the catalogues; it names what to install where something is missing.
    package var messageKey: String {
        switch self {
        case .missing: "paper.problem.missing"
        case .tooLarge: "paper.problem.large"
        case .noTable: "paper.problem.noTable"
        case .failed: "paper.problem.failed"
        }
    }

    init(_ error: ProgramError, _ format: PaperFormat) {
        switch error {
        case .missing: self = .missing(format)
        case .limit: self = .tooLarge(format)
        case .failed(_, let status, let reason): self = .failed(format, reason: "status \(status): \(reason)")
        case .cancelled: self = .failed(format, reason: "nobody waited for it any more")
        }
    }
}

/// What a paper can become.
package enum PaperFormat: String, Hashable, Sendable, CaseIterable {
    case docx, pdf, html, odt, xlsx, csv, json

    package var contentType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        case .html: "text/html; charset=utf-8"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        }
    }
}
