package org.mingfa.server.registry.service;

import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.equipment.Equipment;
import org.mingfa.server.registry.person.PersonBook;
import org.springframework.stereotype.Component;

/** Puts a person's service together, for whoever sees the people of that body. */
@Component
public class ServicePages {

    private final PersonBook people;
    private final Equipment equipment;
    private final Keeping keeping;

    ServicePages(PersonBook people, Equipment equipment, Keeping keeping) {
        this.people = people;
        this.equipment = equipment;
        this.keeping = keeping;
    }

    public ServicePage of(long person) {
        keeping.see("service.read", people.agency(person));
        return new ServicePage(equipment.of(person));
    }
}
