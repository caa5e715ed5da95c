package import Domain
import FoundationEssentials
package import Ingest
package import Reference

/// Names of the formats `import --as` takes.
package enum ImportFormats {
    package static let names = FileFormat.allCases.map(\.rawValue)
}

/// A file that was looked at: what it is, and how to read it.
package struct ImportFile: Sendable {
    package let format: String
    package let source: SourceCode
    private let path: String
    private let detected: DetectedFormat
    private let options: Importer.Options
    private let resolver: ReferenceNames

    /// `format` and `source` overrule what the file says; `mapping` is the path of a column mapping; `language` that of
    /// UHRI's JSON and XLSX, which do not say it.
    package init(
        _ path: String, format: String? = nil, mapping: String? = nil, source: String? = nil,
        language: String? = nil, _ reference: ReferenceFacts
    ) throws(ImportError) {
        do throws(IngestError) {
            let forced = mapping == nil ? format.flatMap(FileFormat.init) : .table
            let detected = try FormatDetection.detect(path, as: forced)
            var options = Importer.Options(language: language.map { LanguageTag($0) })
            if let mapping { options.mapping = try ColumnMapping(json: try Self.bytes(mapping)) }
            self.detected = detected
            self.options = options
        } catch {
            throw .file(error.message)
        }
        self.path = path
        self.format = detected.format.rawValue
        let named = options.mapping?.source ?? detected.proposal?.source
        self.source = source.map { SourceCode($0) } ?? detected.format.source ?? Self.source(detected.format, named)
        resolver = ReferenceNames(facts: reference)
    }

    private static func source(_ format: FileFormat, _ named: String?) -> SourceCode {
        format == .rapporteur ? SourceCode("rapporteur") : SourceCode("table-" + (named ?? "table"))
    }

    private static func bytes(_ path: String) throws(IngestError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, reason: "no such file, or no right to read it")
        }
        return Array(data)
    }

    /// Begins to read; may be asked more than once.
    package var open: @Sendable () throws(IngestError) -> any DraftSource {
        { [path, detected, options, resolver] () throws(IngestError) -> any DraftSource in
            try Importer.open(path, detected, options: options, resolver: resolver)
        }
    }

    /// The mapping that a table's header suggests, as JSON to be corrected.
    package static func proposedMapping(_ path: String) throws(ImportError) -> String {
        do throws(IngestError) {
            let detected = try FormatDetection.detect(path)
            guard let proposal = detected.proposal else {
                throw IngestError.badMapping(reason: "no header of this file says which column is the text")
            }
            return String(decoding: try proposal.json(), as: UTF8.self)
        } catch {
            throw .file(error.message)
        }
    }
}

/// The reference facts, as readers of files ask for names.
struct ReferenceNames: NameResolver {
    let facts: ReferenceFacts

    func state(named name: String) -> StateCode? { facts.state(named: name) }
    func theme(labelled label: String) -> [String] { facts.theme(labelled: label) }
    func person(labelled label: String) -> [String] { facts.person(labelled: label) }
    func sdg(labelled label: String) -> String? { facts.sdg(labelled: label) }
    func mechanism(named name: String) -> MechanismCode? { facts.mechanism(named: name) }

    func uhriName(of identifier: String) -> String? {
        guard let found = facts.uhri(identifier) else { return nil }
        return switch found.kind {
        case .state: facts.name(of: StateCode(found.code), in: .english)
        case .sdg: facts.name(ofSDG: found.code, in: .english).map { "\(found.code) - \($0)" }
        case .theme: facts.name(ofTheme: found.code, in: .english)
        case .person: facts.name(ofPerson: found.code, in: .english)
        case .mechanism, .annotationType, .position, .cycle, .session, .region: found.code
        }
    }
}
