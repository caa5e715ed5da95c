import Secrets

/// All open data as one ZIP file while it is made, with its dictionary and checksums.
package struct PublicZip {
    private let archive: PublicArchive
    private let instant: String
    private let zip: ZipWriter
    private var left: ArraySlice<PublicFile>
    private var current: PublicPieces?
    private var name = ""
    private var digest = Digest()
    private var sums: [OutputFolder.Sum] = []
    private var isEnded = false

    init(_ archive: PublicArchive, at instant: String) {
        self.archive = archive
        self.instant = instant
        zip = ZipWriter(at: instant)
        left = archive.files[...]
    }

    /// The next piece; nil at the end.
    package mutating func next() async throws -> [UInt8]? {
        if var pieces = current {
            let bytes = try await pieces.next()
            current = pieces
            guard let bytes else { return try finishFile() }
            digest.update(bytes)
            return try zip.add(bytes)
        }
        if let file = left.popFirst() {
            (current, name, digest) = (PublicPieces(file), file.name, Digest())
            return try zip.begin(file.name)
        }
        guard !isEnded else { return nil }
        isEnded = true
        return try finish()
    }

    private mutating func finishFile() throws(ArchiveFault) -> [UInt8] {
        current = nil
        sums.append(.init(name: name, digest: digest.finishHex()))
        return try zip.end()
    }

    private mutating func finish() throws(ArchiveFault) -> [UInt8] {
        let dictionary = archive.dictionary(at: instant)
        sums.append(.init(name: PublicArchive.readMe, digest: Digest.sha256Hex(dictionary)))
        let lines = sums.sorted { $0.name < $1.name }.map { "\($0.digest)  \($0.name)\n" }.joined()
        var bytes: [UInt8] = []
        for (name, content) in [(PublicArchive.readMe, dictionary), (OutputFolder.sumsName, Array(lines.utf8))] {
            bytes += try zip.begin(name)
            bytes += try zip.add(content)
            bytes += try zip.end()
        }
        return bytes + (try zip.finish())
    }
}
