package import Domain
import Operations
import People
import Reference

extension Plans {
    /// Puts fields of one object by their text forms, as history has them, all or none. For programs and workbooks; `stale` where the
    /// object is not at `version` any more.
    @discardableResult
    package func put(
        _ subject: Subject, _ fields: [PlanField], version: Int, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        switch subject.kind {
        case .commitment: try await put(Commitment.self, subject.id, fields, version, why, member)
        case .plannedRecommendation:
            try await put(PlannedRecommendation.self, subject.id, fields, version, why, member)
        case .action: try await put(Action.self, subject.id, fields, version, why, member)
        case .milestone: try await put(Milestone.self, subject.id, fields, version, why, member)
        default: throw .notFound
        }
    }

    private func put<Object: PlanObject>(
        _ type: Object.Type, _ id: Int64, _ fields: [PlanField], _ version: Int, _ why: String?, _ member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        let limit = try member.limit(.editPlan)
        let why = try PlanReason.checked(why)
        let targets = Set(library.reference.goals.filter(\.isTarget).map(\.code))
        return try await finished(member) { change in
            var work = try PlanWork(why: why, limit: limit, change.connection, change.workspace)
            let institutions = work
            try work.edit(Object.self, [id], version: version, &change) { object in
                let before = object
                for field in fields where !object.put(field.name, field.text) {
                    throw WorkspaceError.invalid(field.name, "plan.allowed.form")
                }
                object = try object.checked(targets: targets)
                try institutions.check(PlanChanges(newInstitutionsOf: object, since: before))
            }
            return work
        }
    }
}

extension PlanChanges {
    /// Institutions that an object did not name before.
    fileprivate init(newInstitutionsOf after: some PlanObject, since before: some PlanObject) {
        func text(_ object: some PlanObject, _ name: String) -> String? {
            object.fields.first { $0.name == name }?.text
        }
        if let lead = text(after, "lead"), lead != text(before, "lead") { self.lead = .set(InstitutionID(lead)) }
        let old = Set(PlanText.institutions(text(before, "supporting")) ?? [])
        let new = (PlanText.institutions(text(after, "supporting")) ?? []).filter { !old.contains($0) }
        if !new.isEmpty { supporting = .add(new) }
    }
}
