import Domain
import Foundation
import Secrets

/// A package whose digest and signature fit, with every line of it checked.
struct PackageReading {
    static let bytesMax = 32 << 20
    static let entriesMax = 50_000
    static let lineBytesMax = 256 << 10

    let manifest: PackageForm.Manifest
    let schemes: [PackageForm.Scheme]
    let entries: [PackageForm.Entry]

    init(_ bytes: [UInt8]) throws(PackageFault) {
        guard bytes.count <= Self.bytesMax else { throw .tooLarge(bytesMax: Self.bytesMax) }
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.count >= 2 else { throw .unreadable(line: 1, reason: "this is no package of assessments") }
        manifest = try Self.manifest(Array(lines[0]))
        try Self.verify(lines, manifest)
        guard manifest.assessments <= Self.entriesMax, manifest.schemes <= 1_000 else {
            throw .tooLarge(bytesMax: Self.bytesMax)
        }
        // Both are tested before they are added: any number may stand in a file.
        guard manifest.schemes >= 0, manifest.assessments >= 0,
            lines.count == 2 + manifest.schemes + manifest.assessments
        else { throw .unreadable(line: 1, reason: "it says how many lines follow, and others do") }
        var schemes: [PackageForm.Scheme] = []
        for number in 1..<(1 + manifest.schemes) {
            schemes.append(try Self.scheme(Self.value(Array(lines[number]), line: number + 1), line: number + 1))
        }
        var entries: [PackageForm.Entry] = []
        var ids: Set<String> = []
        for number in (1 + manifest.schemes)..<(1 + manifest.schemes + manifest.assessments) {
            let entry: PackageForm.Entry = try Self.value(Array(lines[number]), line: number + 1)
            if let reason = PackageCheck.fault(of: entry, schemes) {
                throw .unreadable(line: number + 1, reason: reason)
            }
            guard ids.insert(entry.id).inserted else {
                throw .unreadable(line: number + 1, reason: "the number \(entry.id) stands twice")
            }
            entries.append(entry)
        }
        self.schemes = schemes
        self.entries = entries
    }

    private static func manifest(_ line: [UInt8]) throws(PackageFault) -> PackageForm.Manifest {
        let manifest: PackageForm.Manifest = try value(line, line: 1)
        guard manifest.format == PackageForm.format else {
            throw .unreadable(line: 1, reason: "its format is \(manifest.format.prefix(40))")
        }
        guard (8...64).contains(manifest.installation.utf8.count),
            manifest.installation.utf8.allSatisfy({ PackageCheck.isCodeByte($0) }),
            manifest.scope.isEmpty || Workspace.isSlug(manifest.scope),
            (1...200).contains(manifest.name.count), manifest.sequence > 0,
            PackageCheck.isInstant(manifest.made),
            manifest.address.map({ $0.count <= 200 && ($0.hasPrefix("https://") || $0.hasPrefix("http://")) }) ?? true,
            manifest.operatorKind.map({ Operator.Kind(rawValue: $0) != nil }) ?? true
        else { throw .unreadable(line: 1, reason: "what it says of its installation is not in form") }
        return manifest
    }

    /// Whatever was changed after signing shows here, before anything else is believed.
    private static func verify(
        _ lines: [Array<UInt8>.SubSequence], _ manifest: PackageForm.Manifest
    ) throws(PackageFault) {
        guard let bytes = Base64URL.decode(manifest.key), let key = VerifyingKey(bytes),
            let last = lines.last, last.count <= 400,
            let seal = try? JSONDecoder().decode(PackageForm.Seal.self, from: Data(last)),
            let signature = Base64URL.decode(seal.signature),
            key.isValid(signature, of: PackageForm.signed(Array(lines[0]) + [UInt8(ascii: "\n")]))
        else { throw .wrongSignature }
        var digest = Digest()
        for line in lines.dropFirst().dropLast() {
            digest.update(Array(line))
            digest.update([UInt8(ascii: "\n")])
        }
        guard digest.finishHex() == manifest.digest else { throw .wrongSignature }
    }

    private static func value<T: Decodable>(_ bytes: [UInt8], line: Int) throws(PackageFault) -> T {
        guard bytes.count <= lineBytesMax else { throw .unreadable(line: line, reason: "the line is too long") }
        do { return try JSONDecoder().decode(T.self, from: Data(bytes)) } catch {
            throw .unreadable(line: line, reason: "it is not in the form of a package")
        }
    }

    private static func scheme(
        _ scheme: PackageForm.Scheme, line: Int
    ) throws(PackageFault) -> PackageForm.Scheme {
        guard SchemeCode(scheme.scheme).own != nil, (1...10_000).contains(scheme.edition) else {
            throw .unreadable(line: line, reason: "the scheme has no code of an own scheme")
        }
        do throws(WorkspaceError) {
            var checked = scheme
            checked.content = try SchemeRules.checked(scheme.content)
            return checked
        } catch { throw .unreadable(line: line, reason: "the scheme's names or values are not in form") }
    }
}

/// What one line of a package has to be.
enum PackageCheck {
    /// Nil where nothing is wrong.
    static func fault(of entry: PackageForm.Entry, _ schemes: [PackageForm.Scheme]) -> String? {
        guard (1...40).contains(entry.id.utf8.count), entry.id.utf8.allSatisfy(isCodeByte) else {
            return "the assessment has no number"
        }
        guard Assessment.AssessorKind(rawValue: entry.assessor) != nil, (1...300).contains(entry.name.count) else {
            return "who assesses is not in form"
        }
        guard AssessedThing.Kind(rawValue: entry.about.kind) != nil, entry.about.state.count <= 200,
            entry.about.document.count <= 100, entry.about.paragraph.count <= 40, entry.about.part.count <= 40,
            entry.about.title.count <= 1_000
        else { return "what it speaks of is not in form" }
        guard isInstant(entry.published), let status = OwnAssessment.Status(rawValue: entry.status), status != .draft
        else { return "its status is not in form" }
        return markers(entry, status) ?? words(entry, status, schemes)
    }

    private static func markers(_ entry: PackageForm.Entry, _ status: OwnAssessment.Status) -> String? {
        guard (status == .takenBack) == (entry.takenBackAt != nil), (entry.takenBackWhy ?? "").count <= 1_000,
            (entry.removedAt == nil) == (entry.removedGround == nil),
            (entry.removedAt == nil) == (entry.removedBy == nil), (entry.removedText ?? "").count <= 1_000,
            entry.removedGround.map({ RemovalGround(rawValue: $0) != nil }) ?? true,
            entry.removedBy.map({ RemovalRole(rawValue: $0) != nil }) ?? true,
            [entry.takenBackAt, entry.removedAt, entry.supersededAt].allSatisfy({ $0.map(isInstant) ?? true })
        else { return "how it was taken back or removed is not in form" }
        return nil
    }

    private static func words(
        _ entry: PackageForm.Entry, _ status: OwnAssessment.Status, _ schemes: [PackageForm.Scheme]
    ) -> String? {
        if status == .takenBack || entry.removedAt != nil {
            let isBare =
                entry.scheme == nil && entry.value == nil && entry.day == nil && entry.reasons.isEmpty
                && entry.evidence.isEmpty
            return isBare ? nil : "words stand where it was taken back or removed"
        }
        guard let code = entry.scheme.map({ SchemeCode($0) }), let value = entry.value, let edition = entry.edition,
            let day = entry.day.flatMap({ CalendarDate($0) }), day.day != nil
        else { return "scheme, value or day is missing" }
        if let standard = code.standard {
            guard standard != .claim, standard.values.contains(value), edition == 0 else {
                return "the value is none of its scheme"
            }
        } else {
            guard let scheme = schemes.first(where: { $0.scheme == code.rawValue && $0.edition == edition }),
                scheme.content.values.contains(where: { $0.code == value })
            else { return "the package does not bring the scheme of this value" }
        }
        let languages = entry.reasons.map(\.language)
        guard !languages.isEmpty, Set(languages).count == languages.count,
            entry.reasons.allSatisfy({
                LanguageTag.official.contains(LanguageTag($0.language))
                    && (1...AssessmentReason.charactersMax).contains($0.reason.count)
            })
        else { return "its reasons are not in form" }
        do throws(WorkspaceError) {
            let links = try AssessmentRules.evidence(
                entry.evidence.map {
                    EvidenceLink(
                        kind: EvidenceLink.Kind(rawValue: $0.kind) ?? .evidence, title: $0.title, address: $0.address)
                })
            return links.contains { $0.kind == .evidence } ? "its evidence is not in form" : nil
        } catch { return "its evidence is not in form" }
    }

    static func isCodeByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
    }

    static func isInstant(_ text: String) -> Bool {
        (20...30).contains(text.utf8.count) && text.hasSuffix("Z") && CalendarDate(text)?.day != nil
            && text.utf8.allSatisfy { (48...58).contains($0) || [45, 46, 84, 90].contains($0) }
    }
}
