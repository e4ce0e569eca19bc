package org.mingfa.server.registry.service;

import org.mingfa.server.access.Caller;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.appraisal.Appraisals;
import org.mingfa.server.registry.career.Leads;
import org.mingfa.server.registry.career.Postings;
import org.mingfa.server.registry.career.Records;
import org.mingfa.server.registry.career.Rotation;
import org.mingfa.server.registry.counsel.Counsel;
import org.mingfa.server.registry.equipment.Equipment;
import org.mingfa.server.registry.person.PersonBook;
import org.mingfa.server.registry.responsibility.Responsibilities;
import org.springframework.stereotype.Component;

/** Puts a person's service together, for whoever sees the people of that body. */
@Component
public class ServicePages {

    private final PersonBook people;
    private final Equipment equipment;
    private final Responsibilities responsibilities;
    private final Rotation rotation;
    private final Leads leads;
    private final Postings postings;
    private final Appraisals appraisals;
    private final Records records;
    private final Counsel counsel;
    private final Keeping keeping;

    ServicePages(PersonBook people, Equipment equipment, Responsibilities responsibilities, Rotation rotation, Leads leads, Postings postings, Appraisals appraisals,
            Records records, Counsel counsel, Keeping keeping) {
        this.people = people;
        this.equipment = equipment;
        this.responsibilities = responsibilities;
        this.rotation = rotation;
        this.leads = leads;
        this.postings = postings;
        this.appraisals = appraisals;
        this.records = records;
        this.counsel = counsel;
        this.keeping = keeping;
    }

    public ServicePage of(long person) {
        long agency = people.agency(person);
        keeping.see("service.read", agency);
        boolean keeps = keeping.may("career.write", agency);
        boolean self = Caller.current().id() == person;
        return new ServicePage(equipment.of(person), responsibilities.of(person), rotation.ofPerson(person), leads.of(person), postings.of(person),
                appraisals.ofPerson(person), records.of(person, keeps || self), counsel.of(person), keeps);
    }
}
