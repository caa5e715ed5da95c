/// What a file in Microsoft's old container is: the container also holds newer documents that have a password.
enum OldOffice {
    static func error(_ file: DocumentFile) throws(DocumentError) -> DocumentError {
        let bytes = try file.start(bytesMax: file.sizeBytes)
        if contains("EncryptedPackage", bytes) { return .passwordProtected }
        if contains("WordDocument", bytes) { return .oldWord }
        if contains("Workbook", bytes) || contains("PowerPoint Document", bytes) {
            return .notADocument(saw: "an old spreadsheet or presentation; save it as XLSX or PDF")
        }
        return .oldWord
    }

    /// Names in the container's directory are UTF-16.
    private static func contains(_ name: String, _ bytes: [UInt8]) -> Bool {
        let wide = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        guard bytes.count >= wide.count, let first = wide.first else { return false }
        return (0...(bytes.count - wide.count)).contains { bytes[$0] == first && bytes[$0...].starts(with: wide) }
    }
}
