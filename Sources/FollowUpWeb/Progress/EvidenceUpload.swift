import Domain
import FollowUp
import Frame
import Locales
import Markup
import People
import Plans

/// What a form with a file sends: its fields, and at most one file.
struct EvidenceUpload {
    var fields = Query()
    var file: (name: String, bytes: [UInt8])?
    /// The file was larger than one may be; the fields before it are here.
    var isTooLarge = false

    static func read(_ visit: Visit, fileBytesMax: Int) async throws(WebError) -> EvidenceUpload {
        let limits = UploadLimits(
            fileBytesMax: fileBytesMax, filesMax: 1, totalBytesMax: fileBytesMax + (64 << 10), fieldBytesMax: 16 << 10,
            fieldsMax: 20)
        var upload = EvidenceUpload()
        var isChecked = false
        do throws(WebError) {
            try await UploadReader.read(
                visit.exchange.incoming, limits: limits,
                field: { name, value throws(WebError) in
                    guard name == Signed.tokenField else {
                        upload.fields.append(name, value)
                        return
                    }
                    try visit.check(token: value)
                    isChecked = true
                },
                file: { file async throws(WebError) in
                    guard isChecked else { throw .foreignForm }
                    upload.file = (file.name, file.bytes)
                })
        } catch {
            guard case .tooLarge = error, isChecked else { throw error }
            upload.isTooLarge = true
        }
        guard isChecked else { throw .foreignForm }
        return upload
    }

    /// What was brought; `invalid` where neither a file nor a link was sent, and where the file was too large.
    func draft() throws(WorkspaceError) -> EvidenceDraft {
        if isTooLarge { throw .invalid("file", "evidence.fileSize") }
        if let file { return .file(name: file.name, bytes: file.bytes) }
        let link = (fields.first("link") ?? "").filter { !$0.isWhitespace }
        guard !link.isEmpty else { throw .invalid("file", "evidence.nothing") }
        return .link(link)
    }

    var version: Int? { fields.first(Conflict.versionField).flatMap { Int($0) } }
}

extension Subject {
    /// Reads `action/17`.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = SubjectKind(rawValue: String(parts[0])), let id = Int64(parts[1]), id > 0
        else {
            return nil
        }
        self.init(kind, id)
    }
}

extension Visit {
    /// Where an object of this workspace is shown.
    func path(of subject: Subject) -> String {
        switch subject.kind {
        case .progress: path("/progress/\(subject.id)")
        case .action: path("/progress/actions/\(subject.id)")
        case .commitment: path("/progress/commitments/\(subject.id)")
        case .evidence: path("/progress/evidence/\(subject.id)")
        case .indicator: path("/indicators/\(subject.id)")
        case .law: path("/laws/\(subject.id)")
        case .meeting: path("/meetings/\(subject.id)")
        case .deadline: path("/deadlines/\(subject.id)")
        case .alert: path("/alerts/\(subject.id)")
        case .agreement: path("/agreements/\(subject.id)")
        case .workspace: path("")
        default: path("/comments?on=\(subject)")
        }
    }
}
