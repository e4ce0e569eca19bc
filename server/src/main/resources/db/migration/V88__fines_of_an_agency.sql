-- An agency lies in one region: case_fine_of_agency (agency_id, decided_on) answers what this one did, and each fine is written once less.
drop index case_fine_agency;
