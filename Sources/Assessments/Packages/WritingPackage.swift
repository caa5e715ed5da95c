package import Domain
import People
import Secrets
import Store

extension Assessments {
    /// Counts what was published, taken back and removed here: while it stands, packages are the same bytes. Nil where nothing was ever
    /// published.
    package func sequence() async throws(PackageFault) -> Int64? {
        do throws(WorkspaceError) { return try await store.read { try IdentityRow.find($0)?.sequence } } catch {
            throw .store("\(error)")
        }
    }

    /// Everything published here as a signed file, or what one workspace published: the same bytes until something changes. What came in
    /// packages of others, and what documents say, is not among it.
    package func package(
        of workspace: Workspace? = nil, _ signer: PackageSigner
    ) async throws(PackageFault) -> [UInt8] {
        let key = try signer.key()
        let identity: InstallationIdentity?
        do throws(WorkspaceError) { identity = try await store.read { try IdentityRow.find($0) } } catch {
            throw .store("\(error)")
        }
        guard let identity else { throw .empty }
        var body: [UInt8] = []
        var schemes: [SchemeRow.Key: SchemeContent] = [:]
        var entries: [PackageForm.Entry] = []
        var filter = AssessmentFilter()
        filter.workspace = workspace?.id
        var after: AssessmentCursor?
        do {
            repeat {
                let page = try await published(filter, after: after, limit: Self.pageMax)
                for assessment in page.assessments {
                    guard case .workspace = assessment.origin else { continue }
                    entries.append(PackageForm.Entry(assessment, signer.address))
                    if let words = assessment.words, let content = words.content {
                        schemes[SchemeRow.Key(code: words.scheme, edition: words.edition)] = content
                    }
                }
                after = page.next
                // What others would refuse is not made.
                guard entries.count <= PackageReading.entriesMax else {
                    throw PackageFault.tooLarge(bytesMax: PackageReading.bytesMax)
                }
            } while after != nil
            // That there is such a workspace is nobody's business before it publishes.
            if workspace != nil, entries.isEmpty { throw PackageFault.empty }
            let ordered = schemes.sorted {
                ($0.key.code.rawValue, $0.key.edition) < ($1.key.code.rawValue, $1.key.edition)
            }
            for (place, content) in ordered {
                body += try PackageForm.line(
                    PackageForm.Scheme(scheme: place.code.rawValue, edition: place.edition, content: content))
            }
            for entry in entries {
                body += try PackageForm.line(entry)
                guard body.count <= PackageReading.bytesMax - PackageReading.lineBytesMax else {
                    throw PackageFault.tooLarge(bytesMax: PackageReading.bytesMax)
                }
            }
            let manifest = try PackageForm.line(
                PackageForm.Manifest(
                    format: PackageForm.format, installation: identity.code, scope: workspace?.slug ?? "",
                    name: workspace?.name ?? signer.name, operatorKind: signer.operatorKind?.rawValue,
                    address: signer.address.isEmpty ? nil : signer.address, sequence: identity.sequence,
                    made: identity.changed, key: Base64URL.encode(key.verifying.bytes), schemes: schemes.count,
                    assessments: entries.count, digest: Digest.sha256Hex(body)))
            let seal = PackageForm.Seal(
                signature: Base64URL.encode(try key.sign(PackageForm.signed(manifest))))
            return try manifest + body + PackageForm.line(seal)
        } catch let fault as PackageFault { throw fault } catch { throw .store("\(error)") }
    }
}

extension PackageForm.Entry {
    init(_ one: PublishedAssessment, _ address: String) {
        let words = one.words
        self.init(
            id: one.id.description, assessor: one.assessor.rawValue, name: one.assessorName,
            about: PackageForm.Thing(
                kind: one.thingKind.rawValue, state: one.state?.rawValue ?? "", document: one.document,
                paragraph: one.paragraph, part: one.part, title: one.title),
            status: "published", published: one.published ?? "", scheme: words?.scheme.rawValue,
            edition: words?.edition, value: words?.value, day: words?.date?.description, reasons: [], evidence: [])
        switch one.standing {
        case .current: break
        case .superseded(let by, let at):
            status = "superseded"
            (supersededBy, supersededAt) = (by?.description, at)
        case .takenBack(let at, let why):
            status = "taken-back"
            (takenBackAt, takenBackWhy) = (at, why)
        case .removed(let removed):
            (removedAt, removedBy) = (removed.at, removed.by.rawValue)
            (removedGround, removedText) = (removed.ground.rawValue, removed.text)
        }
        reasons = (words?.reasons ?? [:]).sorted { $0.key < $1.key }.map {
            PackageForm.Text(language: $0.key.rawValue, original: $0.key == words?.original, reason: $0.value)
        }
        // Evidence kept here is found by its whole address; without one of this installation others cannot reach it.
        evidence = (words?.evidence ?? []).compactMap { link in
            guard link.kind == .evidence else {
                return PackageForm.Evidence(kind: link.kind.rawValue, title: link.title, address: link.address)
            }
            guard !address.isEmpty else { return nil }
            return PackageForm.Evidence(
                kind: EvidenceLink.Kind.link.rawValue, title: link.title, address: address + link.address)
        }
    }

    private init(
        id: String, assessor: String, name: String, about: PackageForm.Thing, status: String, published: String,
        scheme: String?, edition: Int?, value: String?, day: String?, reasons: [PackageForm.Text],
        evidence: [PackageForm.Evidence]
    ) {
        self.id = id
        self.assessor = assessor
        self.name = name
        self.about = about
        self.status = status
        self.published = published
        self.scheme = scheme
        self.edition = edition
        self.value = value
        self.day = day
        self.reasons = reasons
        self.evidence = evidence
    }
}
