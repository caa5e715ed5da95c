import FoundationEssentials
import Programs

/// The programs that print: WeasyPrint through a script of ours that fetches nothing, and pandoc. Both shut in by `ProgramRunner`.
struct PaperPress: Sendable {
    let programs: ProgramRunner
    private let script: String
    private let python: OutsideProgram?

    /// Python is taken from the environment that `bin/setup` makes beside the resources, else from the place an installed program has.
    init(programs: ProgramRunner, resources: String) {
        self.programs = programs
        let root = resources.hasPrefix("/") ? resources : FileManager.default.currentDirectoryPath + "/" + resources
        script = root + "/reports/print.py"
        let places = [root + "/../.venv", "/opt/rapporteur/printing"]
        python = places.first { Self.hasWeasyPrint($0) }.map {
            OutsideProgram(name: "python", package: "weasyprint", file: $0 + "/bin/python")
        }
    }

    var canPrint: Bool { python.map(programs.isInstalled) ?? false }
    var canConvert: Bool { programs.isInstalled(.pandoc) }

    func print(_ page: [UInt8]) async throws(PaperError) -> [UInt8] {
        guard let python else { throw .missing(.pdf) }
        do throws(ProgramError) {
            // Fonts of the six languages are mapped into memory whole.
            return try await programs.run(
                python, ["-I", "-B", script], input: page,
                limits: ProgramLimits(seconds: 180, memoryBytes: 4 << 30, outputBytes: 128 << 20))
        } catch {
            throw PaperError(error, .pdf)
        }
    }

    /// A Word file as OpenDocument.
    func open(_ docx: [UInt8]) async throws(PaperError) -> [UInt8] {
        do throws(ProgramError) {
            return try await programs.run(
                .pandoc, ["--sandbox", "-f", "docx", "-t", "odt", "-o", "-"], input: docx,
                limits: ProgramLimits(seconds: 60, memoryBytes: 4 << 30))
        } catch {
            throw PaperError(error, .odt)
        }
    }

    private static func hasWeasyPrint(_ place: String) -> Bool {
        let files = FileManager.default
        guard let versions = try? files.contentsOfDirectory(atPath: place + "/lib") else { return false }
        return versions.contains { files.fileExists(atPath: "\(place)/lib/\($0)/site-packages/weasyprint/__init__.py") }
    }
}
