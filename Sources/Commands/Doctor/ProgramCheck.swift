import Locales
import Programs
import Reports

/// Programs of the system: what the server cannot do without each.
struct ProgramCheck {
    private let settings: Settings
    private let runner = ProgramRunner()

    init(_ settings: Settings) { self.settings = settings }

    func symptoms() async -> [Symptom] {
        var symptoms = Self.wanted.map { program, without in
            runner.isInstalled(program)
                ? Symptom(.programs, .fine, "\(program.name) is there.")
                : Symptom(
                    .programs, .notice, "\(program.name) is missing: \(without)", remedy: "Install \(program.package).")
        }
        symptoms.append(printing())
        let isolation = await ProgramRunner.isolation
        symptoms.append(Symptom(.programs, isolation == .full ? .fine : .notice, isolation.sentence))
        if await !ProgramRunner.canShutIn {
            symptoms.append(
                Symptom(
                    .programs, .notice,
                    "Protected submissions take no files: programs cannot be kept from the rest of the file system.",
                    remedy: "Install bubblewrap, and let the service make user namespaces."))
        }
        return symptoms
    }

    private func printing() -> Symptom {
        guard let resources = try? ResourceFolder.find(settings.resources) else {
            return Symptom(
                .programs, .wrong, "The program's own resources were not found.",
                remedy: "Name their folder with the key resources.")
        }
        let writer = try? PaperWriter(locales: Locales.load(from: resources + "/locales"), resources: resources)
        return writer?.canWrite(.pdf) == true
            ? Symptom(.programs, .fine, "WeasyPrint is there.")
            : Symptom(
                .programs, .notice, "WeasyPrint is missing: reports have no PDF.",
                remedy: "docs/operations/install.md has the three commands.")
    }

    private static let wanted: [(OutsideProgram, String)] = [
        (.pdfToText, "PDF documents are refused."), (.pdfToPicture, "pages of PDF documents are not shown."),
        (.pandoc, "DOCX, ODT, RTF and HTML documents are refused."),
        (.tesseract, "scanned pages are refused."), (.curl, "no mail is sent."),
        (.mat2, "protected submissions take no files."),
    ]
}
